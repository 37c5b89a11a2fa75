# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.proof]
# expect = "hang"
# limit = 2
# wrong = "deadlocks"
# ///
"""Two processes that both send a long message before they receive wait for ever."""

import multiprocessing

LETTER = "x" * 1_000_000  # more than the pipe holds


def write_first(conn, name):
    conn.send(LETTER)
    print(name, "has sent", flush=True)
    assert conn.recv() == LETTER


if __name__ == "__main__":
    context = multiprocessing.get_context("fork")
    here, there = context.Pipe()
    child = context.Process(target=write_first, args=[there, "child"])
    child.start()
    write_first(here, "main")
    child.join()
