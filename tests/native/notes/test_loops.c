/* test_loops.c: vectors of awkward lengths, filled to their ends. */
#include "check.h"
#include "kernels.h"
#include "loops.h"
#include <limits.h>

TEST(vectors_of_any_length_are_filled_and_multiplied) {
    for (int n = 1; n <= 33; n++) {
        vectors *v = vectors_create(n, 0xffffffffu);
        REQUIRE(v);
        double sum = dot_loop_f64(vectors_x(v), vectors_y(v), n);
        CHECK_NEAR(dot_f64(vectors_x(v), vectors_y(v), n), sum, 1e-14);
        CHECK_NEAR(dot_f32(vectors_x32(v), vectors_y32(v), n), sum, 1e-5);
        CHECK((double)vectors_x32(v)[n - 1] == vectors_x(v)[n - 1]);
        CHECK((double)vectors_y32(v)[n - 1] == vectors_y(v)[n - 1]);
        vectors_free(v);
    }
}

TEST(vectors_without_a_length_are_refused) {
    CHECK(!vectors_create(0, 1) && !vectors_create(-1, 1));
    CHECK(!vectors_create(VECTORS_MAX + 1, 1) && !vectors_create(INT_MAX, 1));
    vectors_free(0);
}
