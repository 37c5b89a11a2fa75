"""wait returns two sets: what is done when its condition holds, and the rest."""

import threading
from concurrent.futures import (
    ALL_COMPLETED,
    FIRST_COMPLETED,
    FIRST_EXCEPTION,
    ThreadPoolExecutor,
    wait,
)


def job(name):
    may_end[name].wait()
    if name == "bad":
        raise ValueError
    return name


def wait_and_show(return_when, timeout=None):
    done, not_done = wait(names, timeout, return_when)
    done = sorted(names[future] for future in done)
    print(f"{return_when:15}  done:", *done)
    assert len(done) + len(not_done) == 3
    return done


may_end = {name: threading.Event() for name in ("good", "bad", "slow")}
with ThreadPoolExecutor() as executor:
    names = {executor.submit(job, name): name for name in may_end}

    may_end["good"].set()
    assert wait_and_show(FIRST_COMPLETED) == ["good"]
    may_end["bad"].set()
    assert wait_and_show(FIRST_EXCEPTION) == ["bad", "good"]
    # At the end of the time limit, too, it returns and raises nothing.
    assert wait_and_show(ALL_COMPLETED, timeout=0.1) == ["bad", "good"]
    assert wait.__defaults__[-1] == ALL_COMPLETED
    may_end["slow"].set()
    assert wait_and_show(ALL_COMPLETED) == ["bad", "good", "slow"]
