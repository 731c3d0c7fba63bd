/* spectrum.h -- what a sound is made of, moment by moment: frames of `size` samples, `hop` apart,
 * under a Hann window, Fourier transformed, as decibels.
 *
 * 0 dB is a full-scale tone: a sine of amplitude 1 in the middle of a bin, or a constant 1.
 * Nothing is below SPECTRUM_FLOOR_DB. Bin k is k / size times the sample rate. */
#ifndef SPECTRUM_H
#define SPECTRUM_H

#include "core_api.h"

#define SPECTRUM_MIN_SIZE 256
#define SPECTRUM_MAX_SIZE 4096
#define SPECTRUM_MAX_SAMPLES (1 << 24) /* six minutes at 44.1 kHz */
#define SPECTRUM_MAX_NUMBERS (1 << 24) /* frames times bins */
#define SPECTRUM_FLOOR_DB (-120.0)

enum { SPECTRUM_ERR_ARG = -1, SPECTRUM_ERR_FULL = -3 };

typedef struct spectrum spectrum;

/* Tables and room for frames of `size` samples, a power of two from SPECTRUM_MIN_SIZE to
 * SPECTRUM_MAX_SIZE. NULL for another size, or when memory is short. Free with spectrum_free. */
CORE_API spectrum *spectrum_create(int size);
CORE_API void spectrum_free(spectrum *s);

/* re + i im (size each) := its discrete Fourier transform, sum over j of x[j] e^(-2 pi i j k/size).
 */
CORE_API void spectrum_fft(const spectrum *s, double *re, double *im);

/* How many frames n samples give, all within the samples; a sound shorter than a frame gives one,
 * with silence after it. SPECTRUM_ERR_FULL: more samples or numbers than allowed. */
CORE_API int spectrum_count(const spectrum *s, int n, int hop);

/* Frames from .. to-1 of the samples (n): db (to - from, size/2 + 1). */
CORE_API int spectrum_frames(spectrum *s, float *db, const float *samples, int n, int hop, int from,
                             int to);

#endif
