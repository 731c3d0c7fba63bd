/* scarce.h: memory that runs out when a test says so. The allocations of c/ go through scarce.c,
 * see native.test.js; a test has a process of its own, so it need not set anything back. */
#ifndef SCARCE_H
#define SCARCE_H

#include <stddef.h>

/* From now on allocations of more than so many bytes fail. SIZE_MAX: none. */
void scarce_above(size_t bytes);

/* After so many allocations from now all fail. Below 0: none. */
void scarce_after(int count);

#endif
