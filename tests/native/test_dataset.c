/* test_dataset.c: memory of dataset.c, from the first picture to the last that fits. */
#include "check.h"
#include "dataset.h"
#include <stdlib.h>
#include <string.h>

/* A picture in a block of exactly its size. */
static int add(dataset *ds, int value, int y) {
    size_t n_x = (size_t)dataset_n_x(ds);
    uint8_t *rgb = malloc(n_x);
    memset(rgb, value, n_x);
    int slot = dataset_add(ds, rgb, y, PART_TRAIN, (uint32_t)value);
    free(rgb);
    return slot;
}

TEST(a_dataset_takes_pictures_of_any_size_it_says) {
    for (int n_px = 1; n_px <= DATASET_MAX_PX; n_px += n_px < 9 ? 1 : 17) {
        dataset *ds = dataset_create(n_px);
        REQUIRE(ds);
        CHECK(dataset_stride(ds) % 16 == 0 && dataset_stride(ds) >= dataset_n_x(ds));
        for (int i = 0; i < 3; i++) CHECK(add(ds, i + 1, i % 2) == i);
        for (int i = 0; i < 3; i++) {
            const uint8_t *x = dataset_x(ds, i);
            for (int j = 0; j < dataset_stride(ds); j++)
                CHECK(x[j] == (j < dataset_n_x(ds) ? i + 1 : 0));
        }
        dataset_free(ds);
    }
}

TEST(a_dataset_of_a_wrong_size_is_null) {
    CHECK(!dataset_create(0));
    CHECK(!dataset_create(-1));
    CHECK(!dataset_create(DATASET_MAX_PX + 1));
    CHECK(!dataset_create(INT32_MAX));
    dataset_free(NULL);
}

TEST(a_dataset_survives_bad_arguments) {
    dataset *ds = dataset_create(2);
    const uint8_t rgb[12] = {0};
    CHECK(dataset_split(ds, 0.2, 1) == 0);
    CHECK(dataset_add(NULL, rgb, 0, PART_TRAIN, 1) == DATASET_ERR_ARG);
    CHECK(dataset_add(ds, NULL, 0, PART_TRAIN, 1) == DATASET_ERR_ARG);
    CHECK(dataset_add(ds, rgb, 2, PART_TRAIN, 1) == DATASET_ERR_ARG);
    CHECK(dataset_add(ds, rgb, 0, PART_NONE, 1) == DATASET_ERR_ARG);
    const int slots[] = {-1, 0, 1, DATASET_CAPACITY, INT32_MAX, INT32_MIN};
    for (int k = 0; k < 6; k++) {
        CHECK(dataset_remove(ds, slots[k]) == DATASET_ERR_ARG);
        CHECK(dataset_set_y(ds, slots[k], 0) == DATASET_ERR_ARG);
        CHECK(dataset_set_part(ds, slots[k], PART_TEST) == DATASET_ERR_ARG);
        CHECK(dataset_part(ds, slots[k]) == PART_NONE);
        CHECK(dataset_y(ds, slots[k]) == DATASET_ERR_ARG);
        CHECK(dataset_x(ds, slots[k]) == NULL);
    }
    CHECK(dataset_remove(NULL, 0) == DATASET_ERR_ARG);
    CHECK(dataset_split(ds, NAN, 1) == DATASET_ERR_ARG);
    CHECK(dataset_split(ds, 1, 1) == DATASET_ERR_ARG);
    dataset_free(ds);
}

TEST(a_split_is_the_same_with_and_without_those_that_stand_apart) {
    dataset *ds = dataset_create(2), *alone = dataset_create(2);
    const uint8_t rgb[12] = {0};
    int slots[40];
    for (int i = 0; i < 40; i++) {
        REQUIRE(dataset_add(alone, rgb, i & 1, PART_TRAIN, (uint32_t)i) == i);
        slots[i] = dataset_add(ds, rgb, i & 1, PART_TRAIN, (uint32_t)i);
        REQUIRE(dataset_add(ds, rgb, i & 1, PART_TEST, DATASET_KEY_APART) >= 0);
    }
    CHECK(dataset_split(ds, 0.3, 5) == 0);
    CHECK(dataset_split(alone, 0.3, 5) == 0);
    for (int i = 0; i < 40; i++) CHECK(dataset_part(ds, slots[i]) == dataset_part(alone, i));
    CHECK(dataset_count(ds, PART_TEST, 0) == 6 && dataset_count(ds, PART_TEST, 1) == 6);
    CHECK(dataset_count(ds, PART_TRAIN, 0) == 34);
    dataset_free(ds);
    dataset_free(alone);
}

TEST(a_dataset_fills_to_its_capacity_and_no_further) {
    dataset *ds = dataset_create(1);
    for (int i = 0; i < DATASET_CAPACITY; i++) REQUIRE(add(ds, i & 255, i & 1) == i);
    CHECK(add(ds, 7, 0) == DATASET_ERR_FULL);
    CHECK(dataset_split(ds, 0.2, 0xffffffffu) == 0);
    CHECK(dataset_count(ds, PART_TEST, 1) == 1000);
    for (int i = 0; i < DATASET_CAPACITY; i += 3) CHECK(dataset_remove(ds, i) == 0);
    CHECK(!dataset_all_same(ds));
    for (int i = DATASET_CAPACITY - 1; i >= 0; i--) dataset_remove(ds, i);
    CHECK(dataset_slots(ds) == 0);
    CHECK(!dataset_all_same(ds));
    CHECK(add(ds, 7, 0) == 0);
    dataset_free(ds);
}
