/* learner_impl.h -- what every kind of learner has, and what it brings: learner.c has the
 * iterations of all of them (training, rewinding), state.c their states as bytes; what one
 * iteration is, and what a state consists of, is said by the table of its kind. */
#ifndef LEARNER_IMPL_H
#define LEARNER_IMPL_H

#include "descent.h"
#include "learner.h"
#include <stddef.h>

#define LEARNER_SHAPE 13

/* Filled by name, so that two functions of one type cannot be swapped. `budget` is multiply-adds
 * that are left: it falls by those done. */
typedef struct {
    /* State 0. */
    void (*start)(const learner *l, void *state);
    /* Goes on with the pass over the examples of the current state, which leaves z, a and, by
     * descent_costs, J: 1 when it is complete, 0 to be called again. */
    int (*pass)(learner *l, double *budget);
    /* Makes ready what comes after the current state: 1, 0 to be called again, or
     * LEARNER_ERR_DIVERGED. *alpha becomes the one it is made with: one that was begun keeps its.
     */
    int (*next)(learner *l, double *alpha, double *budget);
    /* The next state, which is ready, becomes the current one. */
    void (*step)(learner *l, double alpha);
    /* The current state is another one: what was begun of it or made from it is of no use. */
    void (*changed)(learner *l);
    /* An iteration was left for the next, or states ahead of the current one are forgotten; NULL
     * when there is nothing more to forget than costs and alphas. */
    void (*forget_ahead)(learner *l);
    /* Back to how it was when made, before `start`; NULL when there is nothing to do. */
    void (*reset)(learner *l);
    void (*free)(learner *l);

    const double *(*losses)(learner *l);
    void (*predict)(learner *l, const void *x, double y, double out[4]);
    double (*b)(const learner *l);
    double (*madds)(const learner *l);

    /* Of the state as bytes. shape: numbers that must be the same where it is put back. */
    void (*shape)(const learner *l, uint32_t shape[LEARNER_SHAPE]);
    int (*finite)(const learner *l, const void *state);
    /* What is beside the state, NULL when there is nothing. fits: whether these bytes are such for
     * a learner that has reached state `end`; put: only after that, 0, or LEARNER_ERR_STATE or
     * LEARNER_ERR_MEMORY and nothing has changed. */
    size_t (*more_bytes)(const learner *l);
    void (*more_get)(const learner *l, uint8_t *bytes);
    int (*more_fits)(const learner *l, const uint8_t *bytes, size_t size, int end);
    int (*more_put)(learner *l, const uint8_t *bytes, size_t size);
} learner_kind;

/* The first member of every kind, so that a pointer to one is a pointer to the other. */
struct learner {
    const learner_kind *kind;
    dataset *ds; /* NULL: a table */
    int m, m_test;
    int *slots;                 /* (m + m_test) */
    double *y, *z, *a, *losses; /* (m + m_test) */
    void *state;
    size_t state_bytes;
    descent time;
    int goal;     /* the state asked for: time.t is on its way there */
    int complete; /* the pass of state time.t is done */
};

/* Examples of a part, and whether ds has what this engine needs: training examples, all of K. */
int learner_part(const dataset *ds, int part);
int learner_possible(const dataset *ds, int engine);

/* Takes memory for what all kinds have; ds, m and m_test must be there, and of a dataset slots and
 * y are filled in. 0 or LEARNER_ERR_MEMORY; then learner_free. */
int learner_take(learner *l, uint64_t state_bytes);

/* The pass of the current state is complete, with these sums of losses. */
void learner_passed(learner *l, double train, double test);

/* The current state is another one. */
void learner_changed(learner *l);

/* Does again the iterations on the way to the state asked for: 1 when it is reached. */
int learner_catch_up(learner *l, double *budget);

/* At state 0 again, which may be another one than before; nothing of the past is kept. */
void learner_restart(learner *l);

#endif
