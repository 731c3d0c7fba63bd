#include "check.h"
#include "simd.h"

TEST(lanes_add_up) {
    CHECK(f32x4_sum(wasm_f32x4_make(1, 2, 3, 4)) == 10);
    CHECK(f64x2_sum(wasm_f64x2_make(1, 2)) == 3);
}

TEST(a_nan_in_any_lane_is_kept) {
    CHECK(isnan(f32x4_sum(wasm_f32x4_make(0, 0, 0, NAN))));
    CHECK(isnan(f64x2_sum(wasm_f64x2_make(NAN, 0))));
}
