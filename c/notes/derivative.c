/* derivative.c -- see derivative.h. */
#include "derivative.h"
#include "sigmoid.h"
#include <math.h>
#include <stddef.h>

static double sigma(double z) {
    double a;
    sigmoid_f64(&a, &z, 1);
    return a;
}

static double value(int f, double a) {
    switch (f) {
    case F_3A:
        return 3.0 * a;
    case F_SQUARE:
        return a * a;
    case F_CUBE:
        return a * a * a;
    case F_LN:
        return a > 0.0 ? log(a) : NAN;
    default:
        return sigma(a);
    }
}

static double exact(int f, double a) {
    switch (f) {
    case F_3A:
        return isnan(a) ? a : 3.0;
    case F_SQUARE:
        return 2.0 * a;
    case F_CUBE:
        return 3.0 * a * a;
    case F_LN:
        return a > 0.0 ? 1.0 / a : NAN;
    default:
        return sigma(a) * sigma(-a); /* sigma(-a) is 1 - sigma(a) with all its digits */
    }
}

int derivative(int f, double a, double e, double out[5]) {
    if (f < 0 || f >= F_COUNT || out == NULL) return DERIVATIVE_ERR_ARG;
    out[0] = value(f, a);
    out[1] = value(f, a + e);
    out[2] = (out[1] - out[0]) / e;
    out[3] = exact(f, a);
    out[4] = out[2] - out[3];
    return 0;
}
