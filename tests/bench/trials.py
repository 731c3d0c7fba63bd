"""Trials in numpy float64 on its own Gram matrix, trial k without picture k: `one` after the other on the rows that are left, or
`all` side by side, one matrix product an iteration. Timed: the trials, without K, in the processor's time. Arguments: file form m n_x count iterations."""
import json
import sys
import time

import numpy as np

ALPHA = 0.005


def one_by_one(K, y, count, iterations):
    costs = []
    for out in range(count):
        keep = np.arange(len(y)) != out
        k, t = np.ascontiguousarray(K[np.ix_(keep, keep)]), y[keep]
        m, w, b = len(t), np.zeros(len(t)), 0.0
        for _ in range(iterations):
            dz = 1 / (1 + np.exp(-(k @ w + b))) - t
            w -= ALPHA / m * dz
            b -= ALPHA / m * dz.sum()
        z = k @ w + b
        costs.append(np.mean(np.maximum(z, 0) - t * z + np.log1p(np.exp(-np.abs(z)))))
    return costs[0]


def side_by_side(K, y, count, iterations):
    n, t = len(y), y[:, None]
    there = np.ones((n, count))
    there[np.arange(count), np.arange(count)] = 0
    m, w, b = n - 1, np.zeros((n, count)), np.zeros(count)
    for _ in range(iterations):
        dz = there * (1 / (1 + np.exp(-(K @ w + b))) - t)
        w -= ALPHA / m * dz
        b -= ALPHA / m * dz.sum(axis=0)
    z = K @ w + b
    losses = np.maximum(z, 0) - t * z + np.log1p(np.exp(-np.abs(z)))
    return np.sum(there * losses, axis=0)[0] / m


path, form, m, n_x, count, iterations = sys.argv[1:]
m, n_x, count, iterations = int(m), int(n_x), int(count), int(iterations)
data = np.fromfile(path, np.uint8)
X = data[: m * n_x].reshape(m, n_x).astype(np.float64) / 255
y = data[m * n_x :].astype(np.float64)
K = X @ X.T
start = time.process_time()
cost = (one_by_one if form == "one" else side_by_side)(K, y, count, iterations)
print(json.dumps({"seconds": time.process_time() - start, "cost": float(cost)}))
