#include "check.h"
#include "drawn.h"
#include <stdlib.h>
#include <string.h>

/* Into memory of exactly the picture's size, so that one byte too far is found. */
static int draw_exactly(int n_px, uint32_t seed, uint32_t index, uint8_t **rgb) {
    *rgb = malloc((size_t)n_px * (size_t)n_px * 3);
    return drawn_picture(*rgb, n_px, seed, index);
}

TEST(a_picture_of_any_size_stays_within_its_bytes) {
    for (int n_px = DRAWN_MIN_PX; n_px <= DRAWN_MAX_PX; n_px++) {
        for (uint32_t index = 0; index < 12; index++) {
            uint8_t *rgb;
            int y = draw_exactly(n_px, (uint32_t)n_px, index, &rgb);
            CHECK(y == 0 || y == 1);
            free(rgb);
        }
    }
}

TEST(every_figure_is_drawn_without_overflow) {
    for (uint32_t index = 0; index < 1500; index++) {
        uint8_t *rgb;
        int y = draw_exactly(64, 1, index, &rgb);
        CHECK(y == 0 || y == 1);
        free(rgb);
    }
}

TEST(the_last_seeds_and_indices_are_pictures_too) {
    const uint32_t ends[] = {0, 1, 0x7fffffffu, 0x80000000u, 0xffffffffu};
    for (int i = 0; i < 25; i++) {
        uint8_t *rgb;
        int y = draw_exactly(32, ends[i / 5], ends[i % 5], &rgb);
        CHECK(y == 0 || y == 1);
        free(rgb);
    }
}

TEST(bad_arguments_of_a_drawn_picture_touch_nothing) {
    uint8_t rgb[3] = {1, 2, 3};
    CHECK(drawn_picture(NULL, 64, 1, 0) == DRAWN_ERR_ARG);
    CHECK(drawn_picture(rgb, DRAWN_MIN_PX - 1, 1, 0) == DRAWN_ERR_ARG);
    CHECK(drawn_picture(rgb, DRAWN_MAX_PX + 1, 1, 0) == DRAWN_ERR_ARG);
    CHECK(drawn_picture(rgb, 0, 1, 0) == DRAWN_ERR_ARG);
    CHECK(drawn_picture(rgb, -64, 1, 0) == DRAWN_ERR_ARG);
    CHECK(rgb[0] == 1 && rgb[1] == 2 && rgb[2] == 3);
}

TEST(what_was_in_memory_does_not_show) {
    enum { BYTES = 48 * 48 * 3 };
    uint8_t *a = malloc(BYTES), *b = malloc(BYTES);
    memset(a, 0, BYTES);
    memset(b, 255, BYTES);
    for (uint32_t index = 0; index < 50; index++) {
        CHECK(drawn_picture(a, 48, 3, index) == drawn_picture(b, 48, 3, index));
        CHECK(memcmp(a, b, BYTES) == 0);
    }
    free(a);
    free(b);
}
