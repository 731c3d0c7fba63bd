/* test_spectrum.c: sounds and results allocated to the sample. */
#include "check.h"
#include "spectrum.h"
#include <limits.h>
#include <stdlib.h>

static float *sound_of(int n) {
    float *samples = malloc((size_t)n * sizeof *samples);
    for (int j = 0; j < n; j++) samples[j] = (float)(j * 37 % 101) / 101;
    return samples;
}

TEST(spectrograms_stay_inside_sound_and_result) {
    for (int size = SPECTRUM_MIN_SIZE; size <= SPECTRUM_MAX_SIZE; size *= 2) {
        spectrum *s = spectrum_create(size);
        REQUIRE(s);
        const int lengths[] = {1, size - 1, size, size + 1, 2 * size + 99};
        for (int i = 0; i < 5; i++) {
            int n = lengths[i], hop = i == 1 ? INT_MAX : 100;
            int frames = spectrum_count(s, n, hop), bins = size / 2 + 1;
            float *samples = sound_of(n), *db = malloc((size_t)(frames * bins) * sizeof *db);
            CHECK(frames == (n <= size ? 1 : 1 + (n - size) / 100));
            CHECK(spectrum_frames(s, db, samples, n, hop, 0, frames) == 0);
            for (int k = 0; k < frames * bins; k++) CHECK(isfinite(db[k]));
            CHECK(spectrum_frames(s, db, samples, n, hop, 0, frames + 1) == SPECTRUM_ERR_ARG);
            CHECK(spectrum_frames(s, db, samples, n, hop, -1, 0) == SPECTRUM_ERR_ARG);
            free(samples), free(db);
        }
        spectrum_free(s);
    }
}

TEST(an_empty_sound_has_no_frame) {
    spectrum *s = spectrum_create(SPECTRUM_MIN_SIZE);
    REQUIRE(s);
    CHECK(spectrum_count(s, 0, 1) == 0);
    CHECK(spectrum_frames(s, NULL, NULL, 0, 1, 0, 0) == 0);
    spectrum_free(s);
}

TEST(spectrum_sizes_that_are_none_are_refused) {
    const int sizes[] = {INT_MIN, -256, 0, 1, 128, 300, 8192, INT_MAX};
    for (int k = 0; k < 8; k++) CHECK(!spectrum_create(sizes[k]));
    spectrum_free(NULL);
    spectrum *s = spectrum_create(256);
    REQUIRE(s);
    CHECK(spectrum_count(NULL, 1, 1) == SPECTRUM_ERR_ARG);
    CHECK(spectrum_count(s, -1, 1) == SPECTRUM_ERR_ARG);
    CHECK(spectrum_count(s, 1, 0) == SPECTRUM_ERR_ARG);
    CHECK(spectrum_count(s, INT_MAX, 1) == SPECTRUM_ERR_FULL);
    CHECK(spectrum_count(s, SPECTRUM_MAX_SAMPLES, 1) == SPECTRUM_ERR_FULL);
    spectrum_free(s);
}
