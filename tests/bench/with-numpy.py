"""The homework in numpy as the course writes it: X of shape (n_x, m), the cost every iteration.
Timed: the loop alone. Arguments and output as in homework.js; `what` is the dtype. With the argument
`about`: the versions of numpy and of the library that multiplies matrices for it."""
import json
import sys
import time

import numpy as np

ALPHA = 0.005


def train(X, Y, iterations):
    m = X.shape[1]
    w, b = np.zeros((X.shape[0], 1), X.dtype), X.dtype.type(0)
    alpha, costs = X.dtype.type(ALPHA), []
    for _ in range(iterations):
        Z = np.dot(w.T, X) + b
        A = 1 / (1 + np.exp(-Z))
        costs.append(float(np.mean(np.maximum(Z, 0) - Y * Z + np.log1p(np.exp(-np.abs(Z))))))
        dZ = A - Y
        w = w - alpha * (np.dot(X, dZ.T) / m)
        b = b - alpha * (np.sum(dZ) / m)
    return costs


def about():
    with open("/proc/self/maps", encoding="utf-8") as file:
        maps = file.read().lower()
    blas = [name for name in ("openblas", "mkl", "blis", "atlas") if name in maps]
    print(f"numpy {np.__version__}, {blas[0] if blas else 'plain'} BLAS")


def main():
    path, m, n_x, what, iterations, runs = sys.argv[1:]
    m, n_x, iterations = int(m), int(n_x), int(iterations)
    data = np.fromfile(path, np.uint8)
    dtype = np.dtype(what)
    X = (data[: m * n_x].reshape(m, n_x).astype(dtype) / dtype.type(255)).T
    Y = data[m * n_x :].reshape(1, m).astype(dtype)
    result = []
    for run in range(int(runs)):
        cpu, start = time.process_time(), time.perf_counter()
        costs = train(X, Y, iterations)
        seconds, cpu = time.perf_counter() - start, time.process_time() - cpu
        result.append({"seconds": seconds, "cpu": cpu, "iterations": iterations, "costs": costs if run == 0 else []})
    print(json.dumps(result))


if sys.argv[1:] == ["about"]:
    about()
else:
    main()
