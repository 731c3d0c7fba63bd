/* scarce.c: see scarce.h. */
#include "scarce.h"
#include <stdint.h>
#include <stdlib.h>

/* What malloc, calloc and realloc of c/ are called here. */
void *scarce_malloc(size_t bytes);
void *scarce_calloc(size_t count, size_t size);
void *scarce_realloc(void *old, size_t bytes);

static size_t most = SIZE_MAX;
static int left = -1;

void scarce_above(size_t bytes) { most = bytes; }
void scarce_after(int count) { left = count; }

static int is_there(size_t bytes) {
    if (bytes > most || left == 0) return 0;
    if (left > 0) left--;
    return 1;
}

void *scarce_malloc(size_t bytes) { return is_there(bytes) ? malloc(bytes) : NULL; }

void *scarce_calloc(size_t count, size_t size) {
    return is_there(count * size) ? calloc(count, size) : NULL;
}

void *scarce_realloc(void *old, size_t bytes) {
    return is_there(bytes) ? realloc(old, bytes) : NULL;
}
