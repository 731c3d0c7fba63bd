/* test_pixels.c: memory of pixels.c, with bands allocated to the byte. */
#include "check.h"
#include "pixels.h"
#include <stdlib.h>
#include <string.h>

/* One colour all over, fed one row at a time; every output byte must be it (or white beside it). */
static void check_flat(int width, int height, int channels, int n_px, int fit) {
    pixels *p = pixels_create(width, height, channels, n_px, fit);
    REQUIRE(p);
    size_t row_bytes = (size_t)width * (size_t)channels,
           out_bytes = 3 * (size_t)n_px * (size_t)n_px;
    uint8_t *row = malloc(row_bytes), *out = malloc(out_bytes);
    memset(row, 255, row_bytes);
    CHECK(pixels_read(p, out) == PIXELS_ERR_ARG);
    for (int y = 0; y < height; y++) CHECK(pixels_feed(p, row, 1) == 0);
    CHECK(pixels_feed(p, row, 1) == PIXELS_ERR_ARG);
    CHECK(pixels_read(p, out) == 0);
    for (size_t k = 0; k < out_bytes; k++) CHECK(out[k] == 255);
    free(row), free(out);
    pixels_free(p);
}

TEST(pixels_stay_inside_pictures_of_any_shape) {
    const int sides[] = {1, 2, 3, 5, 17, 64, 129};
    const int results[] = {1, 2, 5, 128};
    for (int i = 0; i < 7; i++)
        for (int j = 0; j < 7; j++)
            for (int k = 0; k < 4; k++)
                for (int fit = 0; fit < 2; fit++)
                    check_flat(sides[i], sides[j], 3 + (i + j) % 2, results[k], fit);
}

TEST(pixels_of_the_longest_line_do_not_overflow) {
    check_flat(PIXELS_MAX_SIDE, 1, 4, 3, PIXELS_FIT);
    check_flat(PIXELS_MAX_SIDE, 1, 3, 1, PIXELS_FIT);
    check_flat(PIXELS_MAX_SIDE, 2, 3, 2, PIXELS_CROP);
    check_flat(2, PIXELS_MAX_SIDE, 3, 2, PIXELS_CROP);
}

TEST(pixels_refuse_what_is_out_of_range) {
    CHECK(!pixels_create(0, 1, 3, 8, 0));
    CHECK(!pixels_create(1, 0, 3, 8, 0));
    CHECK(!pixels_create(PIXELS_MAX_SIDE + 1, 1, 3, 8, 0));
    CHECK(!pixels_create(1, INT32_MAX, 3, 8, 0));
    CHECK(!pixels_create(1, 1, 2, 8, 0));
    CHECK(!pixels_create(1, 1, 3, 0, 0));
    CHECK(!pixels_create(1, 1, 3, PIXELS_MAX_PX + 1, 0));
    CHECK(!pixels_create(1, 1, 3, 8, 2));
    CHECK(!pixels_create(1, 1, 3, 8, -1));
    uint8_t byte = 0;
    CHECK(pixels_feed(NULL, &byte, 1) == PIXELS_ERR_ARG);
    CHECK(pixels_read(NULL, &byte) == PIXELS_ERR_ARG);
    pixels_free(NULL);
}

TEST(pixels_given_up_half_way_are_freed) {
    pixels *p = pixels_create(3, 3, 3, 2, 0);
    const uint8_t row[9] = {0};
    CHECK(pixels_feed(p, row, 1) == 0);
    CHECK(pixels_feed(p, row, INT32_MAX) == PIXELS_ERR_ARG);
    CHECK(pixels_feed(p, row, -1) == PIXELS_ERR_ARG);
    pixels_free(p);
}
