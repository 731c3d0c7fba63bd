/* ledger.h -- z = sum_j w_j x_j / 255 + b as a ledger over the pixels of a picture. Sums are
 * compensated, so that what is shown of them adds up. The caller owns all arrays. */
#ifndef LEDGER_H
#define LEDGER_H

#include "core_api.h"
#include <stdint.h>

/* adds (n_px^2): what each pixel, R, G and B together, adds to z beside what base (n_x bytes as
 * doubles; NULL: black) would add there: sum of w (x - base) / 255. sums = {of all that is above 0,
 * of all that is below, w.base / 255}, so that z = sums[0] + sums[1] + sums[2] + b. */
CORE_API void ledger_pixels(double *adds, double sums[3], const double *w, const uint8_t *x,
                            const double *base, int n_px);

/* blocks (grid^2): the sums of adds (n_px^2) over grid x grid blocks, which are of equal size where
 * n_px is a multiple of grid. 1 <= grid <= n_px. */
CORE_API void ledger_blocks(double *blocks, const double *adds, int n_px, int grid);

#endif
