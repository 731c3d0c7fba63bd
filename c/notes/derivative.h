/* derivative.h -- the course's functions of one number, their exact derivatives, and what a nudge
 * gives instead: (f(a + e) - f(a)) / e, computed as float64 does it, rounding and all. */
#ifndef DERIVATIVE_H
#define DERIVATIVE_H

#include "core_api.h"

enum { F_3A = 0, F_SQUARE = 1, F_CUBE = 2, F_LN = 3, F_SIGMA = 4, F_COUNT = 5 };
enum { DERIVATIVE_ERR_ARG = -1 };

/* out = {f(a), f(a + e), (f(a + e) - f(a)) / e, f'(a), slope minus f'(a)}.
 * ln of a number that is not positive is NaN, and so is all that is made from it. */
CORE_API int derivative(int f, double a, double e, double out[5]);

#endif
