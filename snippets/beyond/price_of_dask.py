# /// script
# requires-python = ">=3.11"
# dependencies = ["distributed", "psutil"]
# [tool.proof]
# platform = "linux"
# group = "beyond"
# limit = 60
# ///
"""With Dask each task costs less than 100 ms of CPU time beside its work."""

import contextlib
import logging

import distributed
import psutil


def used():
    """Return the CPU seconds and the bytes that this and all it started have taken."""
    seconds = memory = 0
    for one in [psutil.Process(), *psutil.Process().children(recursive=True)]:
        with contextlib.suppress(psutil.NoSuchProcess):
            seconds += sum(one.cpu_times()[:4])
            memory += one.memory_full_info().pss
    return seconds, memory


if __name__ == "__main__":
    with (
        distributed.LocalCluster(
            n_workers=2,
            threads_per_worker=1,
            dashboard_address=None,
            silence_logs=logging.CRITICAL,
        ) as cluster,
        distributed.Client(cluster) as client,
    ):

        def run(texts):
            lengths = client.gather(client.map(len, texts, pure=False))
            assert lengths == list(map(len, texts))

        run([""] * 4)
        start, memory = used()
        run([""] * 300)
        tasks, _ = used()
        run([str(one) * 2**20 for one in range(8)])
        texts, _ = used()
    each = (tasks - start) / 300
    print(f"Dask: {start:.1f} s of CPU time and {memory / 2**20:.0f} MiB to begin")
    print(f"each task: {each * 1e3:.2f} ms of CPU time")
    print(f"each with 1 MiB of text: {(texts - tasks) / 8 * 1e3:.1f} ms of CPU time")
    assert each < 0.1
