/* test_history.c: what is kept of the past, when there is room for it and when there is not. */
#include "check.h"
#include "history.h"
#include <stdlib.h>

typedef struct {
    double t, also[3];
} moment;

static moment at(int t) { return (moment){t, {-t, t + 0.5, 7}}; }

static void offer(history *h, int from, int to) {
    for (int t = from; t < to; t++) {
        moment state = at(t);
        history_offer(h, t, &state);
    }
}

static void check_restore(const history *h, int t) {
    moment state;
    int found = history_restore(h, t, &state);
    CHECK(found <= t && t - found < 2 * h->stride);
    CHECK(state.t == found && state.also[0] == -found);
}

TEST(history_leads_to_every_iteration_of_a_long_past) {
    history h;
    REQUIRE(history_init(&h, sizeof(moment)) == 0);
    h.room = 9; /* odd, so that thinning does not come out even */
    for (int t = 0; t < 1000; t++) {
        offer(&h, t, t + 1);
        CHECK(h.kept >= 1 && h.kept <= h.room);
        for (int back = 0; back <= t; back += 1 + t / 7) check_restore(&h, back);
        check_restore(&h, t);
    }
    CHECK(h.stride == 128);
    history_free(&h);
}

TEST(history_forgets_and_goes_on) {
    history h;
    REQUIRE(history_init(&h, sizeof(moment)) == 0);
    h.room = 8;
    offer(&h, 0, 100);
    for (int t = 99; t >= 0; t -= 7) {
        history_truncate(&h, t);
        moment state;
        CHECK(history_restore(&h, 99, &state) <= t);
        offer(&h, t, t + 40); /* t itself may be there already */
        for (int back = 0; back < t + 40; back++) check_restore(&h, back);
        history_truncate(&h, t);
    }
    history_truncate(&h, -1);
    CHECK(h.kept == 0);
    history_free(&h);
}

TEST(history_that_kept_nothing_gives_nothing) {
    history h;
    REQUIRE(history_init(&h, sizeof(moment)) == 0);
    moment state = at(5);
    CHECK(history_nearest(&h, 5) == -1);
    CHECK(history_restore(&h, 5, &state) == -1);
    CHECK(state.t == 5 && state.also[2] == 7);
    history_free(&h);
}

TEST(history_may_begin_late) {
    history h;
    REQUIRE(history_init(&h, sizeof(moment)) == 0);
    h.room = 8;
    offer(&h, 300, 400);
    CHECK(history_nearest(&h, 299) == -1);
    for (int t = 300; t < 400; t++) check_restore(&h, t);
    history_clear(&h);
    offer(&h, 0, 20);
    offer(&h, 10, 40); /* what is known is ignored, also when there is no room left */
    for (int t = 0; t < 40; t++) check_restore(&h, t);
    history_free(&h);
}

TEST(history_of_many_blocks_leads_back) {
    const size_t bytes = 3u << 20; /* one state a block, 21 of them */
    history h;
    REQUIRE(history_init(&h, bytes) == 0);
    moment *state = calloc(1, bytes);
    for (int t = 0; t < 100; t++) {
        *state = at(t);
        history_offer(&h, t, state);
    }
    for (int t = 0; t < 100; t += 9) {
        int found = history_restore(&h, t, state);
        CHECK(found <= t && t - found < h.stride && state->t == found);
    }
    free(state);
    history_free(&h);
}

TEST(history_keeps_to_its_budget) {
    const size_t sizes[] = {16, 1024, 1u << 20, HISTORY_BYTES, (size_t)HISTORY_BYTES * 4};
    const int rooms[] = {65536, 65536, 64, 2, 2};
    for (int k = 0; k < 5; k++) {
        history h;
        REQUIRE(history_init(&h, sizes[k]) == 0);
        CHECK(h.room == rooms[k]);
        history_free(&h);
    }
}
