# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.proof]
# platform = "linux"
# ///
"""An orphan is adopted by its nearest ancestor that is a subreaper."""

import ctypes
import multiprocessing
import os
import signal

fork = multiprocessing.get_context("fork")


def become_subreaper():
    assert ctypes.CDLL(None).prctl(36, 1, 0, 0, 0) == 0  # PR_SET_CHILD_SUBREAPER


def guardian(conn):
    become_subreaper()
    fork.Process(target=parent, args=(conn,)).start()
    signal.pause()


def parent(conn):
    fork.Process(target=child, args=(conn,)).start()
    signal.pause()


def child(conn):
    conn.send(os.getpid())
    while conn.recv() == "parent?":
        conn.send(os.getppid())
    os._exit(7)


def parent_of_child():
    here.send("parent?")
    return here.recv()


if __name__ == "__main__":
    become_subreaper()
    here, there = fork.Pipe()
    guard = fork.Process(target=guardian, args=(there,))
    guard.start()
    child_pid, parent_pid = here.recv(), parent_of_child()
    print("main - guardian - parent - child; main and guardian are subreapers")

    os.kill(parent_pid, signal.SIGKILL)
    while parent_of_child() == parent_pid:
        pass
    assert parent_of_child() == guard.pid
    print("parent is killed:   the child's new parent is the guardian")

    guard.kill()
    guard.join()
    assert parent_of_child() == os.getpid()
    print("guardian is killed: the child's new parent is main")

    here.send("you may end")
    exit_code = os.waitstatus_to_exitcode(os.waitpid(child_pid, 0)[1])
    print("main waits for the child that it has adopted: exit code", exit_code)
    assert exit_code == 7
