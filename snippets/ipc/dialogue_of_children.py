# /// script
# [tool.proof]
# kind = "plain"
# ///
"""Two children talk through a pipe: each sends, and receives what the other sent."""

import multiprocessing


def ann(conn):
    conn.send("Hello Bob, how are you?")
    print("Ann got:", conn.recv())


def bob(conn):
    print("Bob got:", conn.recv())
    conn.send("Fine, and you?")


if __name__ == "__main__":
    anns_end, bobs_end = multiprocessing.Pipe()
    first = multiprocessing.Process(target=ann, args=[anns_end])
    second = multiprocessing.Process(target=bob, args=[bobs_end])
    first.start()
    second.start()
    first.join()
    second.join()
    assert first.exitcode == second.exitcode == 0
