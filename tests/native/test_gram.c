/* test_gram.c: memory of gram.c while pictures come and go between its steps. */
#include "check.h"
#include "gram.h"
#include <stdlib.h>

static uint32_t seed = 1;
static int next(int n) {
    seed = seed * 1664525u + 1013904223u;
    return (int)((seed >> 8) % (uint32_t)n);
}

static int add(dataset *ds) {
    size_t n_x = (size_t)dataset_n_x(ds);
    uint8_t *rgb = malloc(n_x);
    for (size_t j = 0; j < n_x; j++) rgb[j] = (uint8_t)next(256);
    int slot = dataset_add(ds, rgb, next(2), next(2), (uint32_t)next(1000));
    free(rgb);
    return slot;
}

static void finish_and_check(dataset *ds) {
    while (gram_step(ds, 1) > 0) {
    }
    for (int i = 0; i < dataset_slots(ds); i++)
        for (int j = 0; j <= i; j++) {
            const uint8_t *x = dataset_x(ds, i), *y = dataset_x(ds, j);
            uint32_t sum = 0;
            for (int k = 0; x && y && k < dataset_n_x(ds); k++) sum += (uint32_t)x[k] * y[k];
            CHECK(gram_at(ds, i, j) == sum && gram_at(ds, j, i) == sum);
        }
}

TEST(gram_is_made_for_any_number_of_pictures) {
    const int counts[] = {1, 2, 5, 31, 32, 33, 64, 65, 97};
    for (int k = 0; k < 9; k++) {
        dataset *ds = dataset_create(1 + k % 4);
        for (int i = 0; i < counts[k]; i++) add(ds);
        finish_and_check(ds);
        dataset_free(ds);
    }
}

TEST(gram_columns_are_cut_into_blocks) {
    const int sizes[] = {26, 27, 64}; /* below, above and six times one block of columns */
    for (int k = 0; k < 3; k++) {
        dataset *ds = dataset_create(sizes[k]);
        for (int i = 0; i < 6; i++) add(ds);
        finish_and_check(ds);
        dataset_free(ds);
    }
}

TEST(gram_survives_pictures_coming_and_going) {
    dataset *ds = dataset_create(2);
    for (int round = 0; round < 400; round++) {
        int what = next(4), slots = dataset_slots(ds);
        if (what < 2)
            add(ds);
        else if (what == 2 && slots > 0)
            dataset_remove(ds, next(slots));
        else
            gram_step(ds, next(3));
    }
    finish_and_check(ds);
    while (dataset_slots(ds) > 0) dataset_remove(ds, dataset_slots(ds) - 1);
    CHECK(gram_step(ds, 1) == 0);
    dataset_free(ds);
}

TEST(gram_half_made_is_freed_and_bad_slots_are_nothing) {
    dataset *ds = dataset_create(1);
    CHECK(gram_step(NULL, 1) == DATASET_ERR_ARG);
    CHECK(gram_step(ds, 1) == 0);
    CHECK(gram_at(ds, 0, 0) == 0);
    for (int i = 0; i < 70; i++) add(ds);
    CHECK(gram_step(ds, -5) == 70);
    CHECK(gram_step(ds, 1) > 0);
    CHECK(gram_at(ds, -1, 0) == 0 && gram_at(ds, INT32_MAX, INT32_MIN) == 0);
    dataset_free(ds);
}

TEST(gram_of_too_many_slots_is_refused) {
    dataset *ds = dataset_create(1);
    for (int i = 0; i <= GRAM_MAX_SLOTS; i++) add(ds);
    CHECK(gram_step(ds, 1) == DATASET_ERR_FULL);
    CHECK(dataset_remove(ds, GRAM_MAX_SLOTS) == 0);
    CHECK(gram_step(ds, 1) > 0);
    dataset_free(ds);
}

TEST(gram_rows_go_into_a_dataset_with_the_same_pictures) {
    dataset *from = dataset_create(3), *to = dataset_create(3);
    for (int i = 0; i < 40; i++) {
        add(from);
        dataset_add(to, dataset_x(from, i), 0, PART_TRAIN, 0);
    }
    CHECK(gram_row(from, 0) == NULL);
    while (gram_step(from, 1) > 0) {
    }
    for (int i = 39; i >= 0; i -= 2) CHECK(gram_put(to, i, gram_row(from, i)) == 0);
    CHECK(gram_missing(to) == 20);
    CHECK(gram_put(to, 40, gram_row(from, 0)) == DATASET_ERR_ARG);
    CHECK(gram_put(to, 0, NULL) == DATASET_ERR_ARG);
    finish_and_check(to);
    dataset_free(from);
    dataset_free(to);
}
