"""imap begins its jobs unasked, and hands out a result while other jobs still run."""

import multiprocessing


def set_up(*events):
    global begun, gate
    begun, gate = events


def job(name):
    if name == "long":
        begun.set()
        gate.wait()
    return name


if __name__ == "__main__":
    begun, gate = multiprocessing.Event(), multiprocessing.Event()
    with multiprocessing.Pool(2, set_up, [begun, gate]) as pool:
        results = pool.imap(job, ["short", "long", "last"])
        begun.wait()
        print("nobody has asked for a result, and the long job runs")

        first = next(results)
        assert first == "short"
        assert not gate.is_set()  # so the long job has not ended
        print("the result of the short job is here, and the long job still runs")

        gate.set()
        rest = list(results)
        print("then:", *rest)
        assert rest == ["long", "last"]
