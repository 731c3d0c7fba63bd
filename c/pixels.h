/* pixels.h -- from a decoded picture of any size to the bytes the neuron sees: n_px x n_px RGB by
 * integer area average, alpha flattened on white. Browsers do not agree on resizing; this is the
 * same everywhere. Rows are fed in bands from the top, so a picture of any size needs little
 * memory.
 *
 * PIXELS_CROP takes the square in the centre. PIXELS_FIT takes the whole picture, with white beside
 * it where it is not square. An output pixel is the mean of the source area it covers, each source
 * pixel weighted by how much of it is covered, rounded to the nearest byte. */
#ifndef PIXELS_H
#define PIXELS_H

#include "core_api.h"
#include <stdint.h>

#define PIXELS_MAX_SIDE 65535 /* of the source */
#define PIXELS_MAX_PX 128     /* of the result */

enum { PIXELS_CROP = 0, PIXELS_FIT = 1 };

enum { PIXELS_ERR_ARG = -1 };

typedef struct pixels pixels;

/* NULL when a size is out of range (width, height 1..PIXELS_MAX_SIDE, n_px 1..PIXELS_MAX_PX),
 * channels is neither 3 (RGB) nor 4 (RGBA, not premultiplied), fit is neither of the two above, or
 * memory is short. Free with pixels_free. */
CORE_API pixels *pixels_create(int width, int height, int channels, int n_px, int fit);
CORE_API void pixels_free(pixels *p);

/* Feeds the next `rows` rows (width * channels bytes each). More rows than the picture has:
 * PIXELS_ERR_ARG, nothing is read. */
CORE_API int pixels_feed(pixels *p, const uint8_t *source, int rows);

/* Writes 3 * n_px^2 bytes; PIXELS_ERR_ARG while rows are missing. */
CORE_API int pixels_read(const pixels *p, uint8_t *rgb);

#endif
