/* native.c: our engines without a browser, the same source through SIMDe. Arguments and output as
 * in homework.js; timed like ours.js. */
#define _POSIX_C_SOURCE 200809L /* clock_gettime */
#include "gram.h"
#include "logreg.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

static double clock_of(clockid_t id) {
    struct timespec t;
    clock_gettime(id, &t);
    return (double)t.tv_sec + (double)t.tv_nsec * 1e-9;
}

static dataset *fill(const char *path, int m, int n_x) {
    size_t size = (size_t)m * (size_t)n_x;
    unsigned char *bytes = malloc(size + (size_t)m);
    FILE *file = fopen(path, "rb");
    if (!bytes || !file || fread(bytes, 1, size + (size_t)m, file) != size + (size_t)m) exit(1);
    fclose(file);
    int n_px = 1;
    while (3 * n_px * n_px < n_x) n_px++;
    dataset *ds = dataset_create(n_px);
    for (int i = 0; i < m; i++)
        dataset_add(ds, bytes + (size_t)i * (size_t)n_x, bytes[size + (size_t)i], PART_TRAIN,
                    (uint32_t)i);
    free(bytes);
    return ds;
}

static int engine_number(const char *name) {
    if (strcmp(name, "gram") == 0) return ENGINE_GRAM;
    return strcmp(name, "vectorized") == 0 ? ENGINE_VECTORIZED : ENGINE_LOOP;
}

static void print_costs(const learner *lr, int iterations) {
    const double *costs = learner_costs(lr);
    for (int t = 0; t < iterations; t++) printf("%s%.17g", t ? "," : "", costs[t]);
}

int main(int argc, char **argv) {
    if (argc != 7) return 2;
    int m = atoi(argv[2]), n_x = atoi(argv[3]), engine = engine_number(argv[4]);
    int iterations = atoi(argv[5]), runs = atoi(argv[6]);
    printf("[");
    for (int run = 0; run < runs; run++) {
        dataset *ds = fill(argv[1], m, n_x);
        double cpu = clock_of(CLOCK_PROCESS_CPUTIME_ID), start = clock_of(CLOCK_MONOTONIC);
        while (engine == ENGINE_GRAM && gram_step(ds, 1) > 0) {
        }
        learner *lr = logreg_create(ds, engine);
        if (!lr || learner_train(lr, 0.005, iterations, 1e18) != iterations) return 1;
        double seconds = clock_of(CLOCK_MONOTONIC) - start;
        cpu = clock_of(CLOCK_PROCESS_CPUTIME_ID) - cpu;
        printf("%s{\"seconds\":%.9f,\"cpu\":%.9f,\"iterations\":%d,\"costs\":[", run ? "," : "",
               seconds, cpu, iterations);
        if (run == 0) print_costs(lr, iterations);
        printf("]}");
        learner_free(lr);
        dataset_free(ds);
    }
    printf("]\n");
    return 0;
}
