/* run.h: a learner on its way through a sequence of calls, and what was seen of it. */
#ifndef RUN_H
#define RUN_H

#include "fuzz.h"
#include "recipe.h"

enum { MOST_T = 60 };

typedef struct {
    uint64_t bits;
    double cost, test_cost;
    int known;
} seen;

typedef struct {
    recipe how;
    learner *l;
    int frugal; /* made when memory was short: the rows of ENGINE_VECTORIZED are bytes, then */
    seen past[MOST_T + 2], first; /* by iteration; state 0 as it was when made */
    uint8_t *kept;                /* a state as bytes, and what was seen until then */
    int kept_size, kept_t, kept_end;
    seen kept_past[MOST_T + 2];
} run;

seen current(const learner *l);
void must_be(seen now, seen before);
double take_budget(reader *r);

/* Calls about states as bytes (states.c). */
void twin(run *f, reader *r);
void hostile(run *f, reader *r);
void keep(run *f);
void put_back(run *f, reader *r);

#endif
