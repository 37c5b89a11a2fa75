# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.proof]
# wrong = "leaks"
# ///
"""A pool's worker keeps a threading.local from one job to the next."""

import threading
from concurrent.futures import ThreadPoolExecutor

local = threading.local()


def log_in(user):
    local.user = user


def whoami():
    """A job that logs nobody in."""
    return getattr(local, "user", "nobody")


def log_in_and_out(user):
    local.user = user
    try:
        return whoami()
    finally:
        del local.user  # right: leave nothing behind


if __name__ == "__main__":
    with ThreadPoolExecutor(max_workers=1, thread_name_prefix="worker") as pool:
        print("before any login: ", before := pool.submit(whoami).result())
        pool.submit(log_in, "Ann").result()
        print("after Ann's job:  ", after := pool.submit(whoami).result())
        pool.submit(log_in_and_out, "Bob").result()
        print("after Bob's job:  ", cleared := pool.submit(whoami).result())
    assert (before, after, cleared) == ("nobody", "Ann", "nobody")
