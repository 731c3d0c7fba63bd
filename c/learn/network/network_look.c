/* network_look.c -- one example on its way through the network, and what each hidden neuron adds to
 * the answer. */
#include "network_impl.h"
#include "sigmoid.h"
#include <string.h>

/* Layers from .. L of the example looked at, from the a of the layer before; all into the given
 * arrays. */
static void onward(const network *nn, int from, double *const *zs, double *const *as) {
    const double *numbers = network_numbers(nn, nn->base.state);
    for (int l = from; l <= nn->layers; l++) {
        int activation = l < nn->layers ? ACTIVATION_RELU : nn->activation;
        layer_forward(zs[l], as[l], as[l - 1], numbers + nn->w_at[l], numbers + nn->b_at[l], 1,
                      nn->n[l], nn->n[l - 1], activation);
        network_silence(nn, l, as[l], 1);
    }
}

void network_predict(learner *base, const void *x, double y, double out[4]) {
    network *nn = network_of(base);
    int L = nn->layers;
    const double *b = network_numbers(nn, base->state) + nn->b_at[1];
    nn->first->look(nn, x, nn->look_z[1]);
    layer_bias(nn->look_z[1], nn->look_a[1], b, 1, nn->n[1],
               L > 1 ? ACTIVATION_RELU : nn->activation);
    network_silence(nn, 1, nn->look_a[1], 1);
    onward(nn, 2, nn->look_z, nn->look_a);
    double z = nn->look_z[L][0], a = nn->look_a[L][0];
    out[0] = z - learner_b(base);
    out[1] = z;
    out[2] = a;
    out[3] = (a - y) * (a - y) / 2.0;
    if (nn->activation == ACTIVATION_SIGMOID) log_loss_f64(&out[3], &z, &y, 1);
}

int network_predict_row(learner *base, const double *x, double y, double out[4]) {
    if (!network_of(base) || base->ds || !x || !out) return LEARNER_ERR_ARG;
    network_predict(base, x, y, out);
    return 0;
}

const double *network_look_z(const learner *base, int layer) {
    const network *nn = network_of(base);
    return nn && layer >= 1 && layer <= nn->layers ? nn->look_z[layer] : NULL;
}

const double *network_look_a(const learner *base, int layer) {
    const network *nn = network_of(base);
    return nn && layer >= 1 && layer <= nn->layers ? nn->look_a[layer] : NULL;
}

const double *network_look_adds(learner *base, int layer) {
    network *nn = network_of(base);
    if (!nn || layer < 1 || layer >= nn->layers) return NULL;
    double *adds = nn->look_adds, *a = nn->as[layer];
    const double *w = network_w(base, nn->layers);
    for (int u = 0; u < nn->n[layer]; u++) {
        double value = nn->look_a[layer][u];
        if (layer == nn->layers - 1) {
            adds[u] = value * w[u];
            continue;
        }
        adds[u] = 0.0;
        if (value == 0.0) continue;
        memcpy(a, nn->look_a[layer], (size_t)nn->n[layer] * sizeof *a);
        a[u] = 0.0;
        onward(nn, layer + 1, nn->zs, nn->as);
        adds[u] = nn->look_z[nn->layers][0] - nn->zs[nn->layers][0];
    }
    return adds;
}
