/* ledger.c -- see ledger.h. */
#include "ledger.h"
#include <math.h>

/* A sum and what rounding took from it (Neumaier). */
typedef struct {
    double sum, lost;
} total;

static void add(total *t, double v) {
    double sum = t->sum + v;
    t->lost += fabs(t->sum) >= fabs(v) ? t->sum - sum + v : v - sum + t->sum;
    t->sum = sum;
}

static double value(const total *t) { return t->sum + t->lost; }

void ledger_pixels(double *adds, double sums[3], const double *w, const uint8_t *x,
                   const double *base, int n_px) {
    total all[3] = {{0.0, 0.0}};
    for (int i = 0; i < n_px * n_px; i++) {
        double pixel = 0.0;
        for (int j = 3 * i; j < 3 * i + 3; j++) {
            pixel += w[j] * (x[j] - (base ? base[j] : 0.0));
            if (base) add(&all[2], w[j] * base[j] / 255.0);
        }
        adds[i] = pixel / 255.0;
        add(&all[adds[i] < 0.0], adds[i]);
    }
    for (int k = 0; k < 3; k++) sums[k] = value(&all[k]);
}

void ledger_blocks(double *blocks, const double *adds, int n_px, int grid) {
    for (int k = 0; k < grid * grid; k++) {
        int row = k / grid, column = k % grid;
        total block = {0.0, 0.0};
        for (int y = row * n_px / grid; y < (row + 1) * n_px / grid; y++)
            for (int x = column * n_px / grid; x < (column + 1) * n_px / grid; x++)
                add(&block, adds[y * n_px + x]);
        blocks[k] = value(&block);
    }
}
