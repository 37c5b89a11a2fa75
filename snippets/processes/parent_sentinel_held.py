# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.proof]
# platform = "linux"
# args = [["fork"], ["spawn"], ["forkserver"]]
# ///
"""Under fork a younger sibling hides the parent's end from the elder one."""

import multiprocessing
import signal
import sys
import tempfile
import time

fork = multiprocessing.get_context("fork")


def child(conn):
    while conn.recv() == "is your parent alive?":
        conn.send(multiprocessing.parent_process().is_alive())


def parent(method, *conns):
    for conn in conns:
        multiprocessing.get_context(method).Process(target=child, args=(conn,)).start()
    signal.pause()


def asked(conn):
    conn.send("is your parent alive?")
    return conn.recv()


if __name__ == "__main__":
    method = sys.argv[1]
    elder, elder_end = fork.Pipe()
    younger, younger_end = fork.Pipe()
    with tempfile.TemporaryDirectory() as tempfile.tempdir:  # what a killed one leaves
        starter = fork.Process(target=parent, args=(method, elder_end, younger_end))
        starter.start()
        assert asked(elder) and asked(younger)

        starter.kill()
        starter.join()
        print("the parent is dead; does each child think that it lives?")
        print("elder:  ", hidden := asked(elder))
        print("younger:", asked(younger))
        assert hidden == (method == "fork")
        assert not asked(younger)

        younger.send("you may end")
        while asked(elder):
            time.sleep(0.001)
        print("elder, when the younger has ended: False")
        elder.send("you may end")
