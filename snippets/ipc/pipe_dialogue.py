# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.proof]
# platform = "linux"
# ///
"""Both ends of a pipe send and receive, and recv sleeps until a message comes."""

import multiprocessing
import pickle
import time
from pathlib import Path


def state(pid):
    return Path(f"/proc/{pid}/stat").read_text().rpartition(") ")[2][0]


def add(conn):
    conn.send("ready")
    first, second = conn.recv()
    conn.send(first + second)
    conn.send_bytes(conn.recv_bytes().upper())


if __name__ == "__main__":
    here, there = multiprocessing.Pipe()
    child = multiprocessing.Process(target=add, args=[there], name="adder")
    child.start()
    print("child:", here.recv())
    while state(child.pid) != "S":
        time.sleep(0.001)
    time.sleep(0.1)  # long enough to be seen in the picture
    answer_is_there = here.poll(timeout=0.1)
    print("main:  the child is in state", state(child.pid), "- is there an answer?")
    print("main: ", answer_is_there)
    assert state(child.pid) == "S" and not answer_is_there

    here.send((2, 3))
    print("child: 2 + 3 =", total := here.recv())
    here.send_bytes(b"plain bytes")
    print("child:", answer := here.recv_bytes())
    child.join()
    assert total == 5 and answer == b"PLAIN BYTES"

    there.send((2, 3))  # what send makes of it
    assert pickle.loads(here.recv_bytes()) == (2, 3)
