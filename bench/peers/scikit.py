#!/usr/bin/python3
"""Times one method of scikit-learn on an input of the bench. usage: scikit.py TOOL METHOD N FOLDER

Prints "ready", then method,tool,n,median_s,cpu_s,runs,peak_mb,facts (see bench/engine/method.hpp)."""
import resource
import statistics
import sys
import time
from pathlib import Path

import numpy as np
from sklearn.cluster import DBSCAN
from sklearn.neighbors import KDTree, KernelDensity

WIDTH, HEIGHT = 12000.0, 10000.0
SIDE = 256


def clusters(places):
    found = DBSCAN(eps=50, min_samples=20, algorithm="kd_tree").fit(places).labels_
    return {"clusters": found.max() + 1, "noise": (found < 0).sum()}


def nearest(places):
    distance = KDTree(places).query(places, k=2)[0][:, 1]
    return {"index": distance.mean() / (0.5 * np.sqrt(WIDTH * HEIGHT / len(places)))}


def density(places):
    across, along = np.meshgrid((np.arange(SIDE) + .5) * WIDTH / SIDE, (np.arange(SIDE) + .5) * HEIGHT / SIDE)
    kernel = KernelDensity(bandwidth=250, rtol=1e-4, algorithm="kd_tree").fit(places)
    values = np.exp(kernel.score_samples(np.c_[across.ravel(), along.ravel()])) * len(places)
    return {"integral": values.sum() * WIDTH * HEIGHT / SIDE ** 2, "top": values.max()}


def ripley(places):
    n = len(places)
    pairs = KDTree(places).two_point_correlation(places, np.arange(10, 1001, 10), dualtree=True) - n
    k = pairs * WIDTH * HEIGHT / (n * (n - 1.0))
    return {"k100": k[9], "k500": k[49], "k1000": k[99]}


METHODS = {"DBSCAN": clusters, "Nearest-neighbour": nearest, "KDE-fixed-256": density, "K-none": ripley}


def main() -> None:
    tool, method, n, folder = sys.argv[1:]
    columns = np.loadtxt(Path(folder) / f"points_{n}.csv", delimiter=",", skiprows=1, usecols=(1, 2))
    print("ready", flush=True)
    seconds, processor = [], []
    while True:
        begun, ticks = time.perf_counter(), time.process_time()
        found = METHODS[method](columns)
        seconds.append(time.perf_counter() - begun)
        processor.append(time.process_time() - ticks)
        if len(seconds) >= 201 or not (sum(seconds) < 0.5 or (len(seconds) < 3 and sum(seconds) < 2)):
            break
    facts = "".join(f"{name}={value:.12g};" for name, value in found.items())
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"{method},{tool},{n},{statistics.median(seconds):.9f},{statistics.median(processor):.9f},{len(seconds)},"
          f"{peak:.1f},{facts}")


main()
