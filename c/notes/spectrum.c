/* spectrum.c -- see spectrum.h. The transform is the textbook's: bit-reversed order, then
 * butterflies of twice the width in each round (Cooley and Tukey, radix 2). */
#include "spectrum.h"
#include <math.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

struct spectrum {
    int size;
    double *cosine, *sine; /* (size / 2) of 2 pi k / size */
    double *window;        /* (size) */
    double *re, *im;       /* (size), the frame at work */
    double numbers[];      /* all of them */
};

/* Cosines and sines without the library's, which would add 4 KB (gzip) to the module. Turns by odd
 * multiples of a step follow from those by even ones, beginning with the quarter turn; then the
 * step is halved. */
static void fill_turns(spectrum *s) {
    double c = 0.0, d = 1.0; /* cosine and sine of the step */
    s->cosine[0] = 1.0;
    s->sine[0] = 0.0;
    for (int step = s->size / 4; step >= 1; step /= 2) {
        for (int k = 0; k < s->size / 2; k += 2 * step) {
            s->cosine[k + step] = s->cosine[k] * c - s->sine[k] * d;
            s->sine[k + step] = s->sine[k] * c + s->cosine[k] * d;
        }
        double half = sqrt((1.0 + c) / 2.0);
        d /= 2.0 * half;
        c = half;
    }
}

/* Hann's, (1 - cos(2 pi j / size)) / 2: its numbers add up to size / 2. */
static void fill_window(spectrum *s) {
    for (int j = 0; j < s->size / 2; j++) {
        s->window[j] = (1.0 - s->cosine[j]) / 2.0;
        s->window[j + s->size / 2] = (1.0 + s->cosine[j]) / 2.0;
    }
}

spectrum *spectrum_create(int size) {
    if (size < SPECTRUM_MIN_SIZE || size > SPECTRUM_MAX_SIZE || (size & (size - 1)) != 0)
        return NULL;
    spectrum *s = malloc(sizeof *s + 4 * (size_t)size * sizeof(double));
    if (!s) return NULL;
    s->size = size;
    s->cosine = s->numbers;
    s->sine = s->cosine + size / 2;
    s->window = s->sine + size / 2;
    s->re = s->window + size;
    s->im = s->re + size;
    fill_turns(s);
    fill_window(s);
    return s;
}

void spectrum_free(spectrum *s) { free(s); }

static void swap(double *x, int i, int j) {
    double kept = x[i];
    x[i] = x[j];
    x[j] = kept;
}

/* Each number to the place whose index has its bits in reverse: j counts up from the highest bit.
 */
static void reverse_bits(double *re, double *im, int size) {
    for (int i = 0, j = 0; i < size; i++) {
        if (i < j) {
            swap(re, i, j);
            swap(im, i, j);
        }
        int bit = size / 2;
        while (bit > 0 && (j & bit)) {
            j ^= bit;
            bit /= 2;
        }
        j |= bit;
    }
}

/* One round: transforms of `half` points become transforms of 2 half. */
static void butterflies(const spectrum *s, double *re, double *im, int half) {
    int stride = s->size / (2 * half); /* in the tables of cosines and sines */
    for (int start = 0; start < s->size; start += 2 * half) {
        for (int k = 0; k < half; k++) {
            int even = start + k, odd = even + half;
            double c = s->cosine[k * stride], d = -s->sine[k * stride]; /* e^(-2 pi i k / 2 half) */
            double turned_re = re[odd] * c - im[odd] * d, turned_im = re[odd] * d + im[odd] * c;
            re[odd] = re[even] - turned_re;
            im[odd] = im[even] - turned_im;
            re[even] += turned_re;
            im[even] += turned_im;
        }
    }
}

void spectrum_fft(const spectrum *s, double *re, double *im) {
    reverse_bits(re, im, s->size);
    for (int half = 1; half < s->size; half *= 2) butterflies(s, re, im, half);
}

int spectrum_count(const spectrum *s, int n, int hop) {
    if (!s || n < 0 || hop < 1) return SPECTRUM_ERR_ARG;
    if (n > SPECTRUM_MAX_SAMPLES) return SPECTRUM_ERR_FULL;
    if (n == 0) return 0;
    int frames = n <= s->size ? 1 : 1 + (n - s->size) / hop;
    int64_t numbers = (int64_t)frames * (s->size / 2 + 1);
    return numbers > SPECTRUM_MAX_NUMBERS ? SPECTRUM_ERR_FULL : frames;
}

/* The window takes half of an amplitude, and a tone shares what is left between its bin and the
 * mirror image of it; the first and the last bin have no mirror image. NaN stays NaN. */
static double decibels(const spectrum *s, int k) {
    double share = k == 0 || k == s->size / 2 ? 2.0 / s->size : 4.0 / s->size;
    double re = share * s->re[k], im = share * s->im[k];
    double db = 10.0 * log10(re * re + im * im);
    return db < SPECTRUM_FLOOR_DB ? SPECTRUM_FLOOR_DB : db;
}

int spectrum_frames(spectrum *s, float *db, const float *samples, int n, int hop, int from,
                    int to) {
    int frames = spectrum_count(s, n, hop);
    if (frames < 0) return frames;
    if (from < 0 || to > frames || from > to) return SPECTRUM_ERR_ARG;
    for (int frame = from; frame < to; frame++) {
        int start = frame * hop; /* at most n */
        for (int j = 0; j < s->size; j++) {
            s->re[j] = start + j < n ? s->window[j] * samples[start + j] : 0.0;
            s->im[j] = 0.0;
        }
        spectrum_fft(s, s->re, s->im);
        for (int k = 0; k <= s->size / 2; k++) *db++ = (float)decibels(s, k);
    }
    return 0;
}
