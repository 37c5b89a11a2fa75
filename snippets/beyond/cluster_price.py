# /// script
# requires-python = ">=3.11"
# dependencies = ["distributed", "joblib", "psutil", "ray"]
# [tool.proof]
# platform = "linux"
# group = "beyond"
# stderr = "local Ray instance"
# limit = 60
# ///
"""Sending a task costs less CPU time than a task of 10 ms in each of four engines."""

import concurrent.futures
import contextlib

import distributed
import joblib
import psutil
import ray


def task(text):
    """Return how long a text is, which is no work at all."""
    return len(text)


def family():
    return [psutil.Process(), *psutil.Process().children(recursive=True)]


def used():
    """Return the CPU seconds that this program and all that it started have used."""
    total = 0
    for one in family():
        with contextlib.suppress(psutil.NoSuchProcess):
            total += sum(one.cpu_times()[:4])
    return total


def price(name, engine, count):
    """Return the CPU seconds that a task without work costs; say what else costs."""
    before = used()
    with engine() as run:
        run([""] * 4)
        start, before = used() - before, used()
        run([""] * count)
        task, before = (used() - before) / count, used()
        for _ in range(5):
            run([str(one) * 2**20 for one in range(8)])
        argument = (used() - before) / 40
        memory = sum(one.memory_full_info().pss for one in family()[1:])
    print(
        f"{name:6} {start:6.1f} s {task * 1e3:8.2f} ms {argument * 1e3:8.2f} ms", end=""
    )
    print(f"{memory / 2**20:8.0f} MiB")
    return task


@contextlib.contextmanager
def pool():
    with concurrent.futures.ProcessPoolExecutor(2) as pool:
        yield lambda texts: list(pool.map(task, texts))


@contextlib.contextmanager
def with_joblib():
    with joblib.Parallel(2) as parallel:
        yield lambda texts: parallel(map(joblib.delayed(task), texts))
    joblib.externals.loky.get_reusable_executor().shutdown()


@contextlib.contextmanager
def dask():
    options = {"n_workers": 2, "threads_per_worker": 1, "dashboard_address": None}
    with distributed.Client(**options) as client:
        yield lambda texts: client.gather(client.map(task, texts, pure=False))


@contextlib.contextmanager
def with_ray():
    ray.init(num_cpus=2, include_dashboard=False, log_to_driver=False)
    remote = ray.remote(task)
    yield lambda texts: ray.get([remote.remote(text) for text in texts])
    ray.shutdown()


if __name__ == "__main__":
    print("        start    each task   each MiB   memory of the others")
    engines = {"pool": pool, "joblib": with_joblib, "Dask": dask, "Ray": with_ray}
    for name, engine in engines.items():
        assert price(name, engine, 1000) < 0.01
