# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.proof]
# platform = "linux"
# ///
"""PID 1 gets SIGTERM only if it has a handler, and SIGKILL only from outside."""

import ctypes
import multiprocessing
import os
import signal

NEWPID, NEWUSER = 0x20000000, 0x10000000
fork = multiprocessing.get_context("fork")


def new_pid_namespace():
    """Put the children to come into a namespace of their own, if that is allowed."""
    unshare = ctypes.CDLL(None).unshare
    return unshare(NEWPID) == 0 or unshare(NEWUSER | NEWPID) == 0


def first(conn):
    while True:
        while not conn.poll(0.01):  # one long wait may begin just after the signal
            pass
        match conn.recv():
            case "set a handler":
                signal.signal(signal.SIGTERM, lambda *_: conn.send("handled"))
                conn.send("done")
            case "fork":
                if os.fork() == 0:
                    os.kill(os.getppid(), signal.SIGKILL)
                    conn.send("nothing" if os.getppid() == 1 else "killed")
                    signal.pause()
            case "are you there?":
                conn.send("nothing")


if __name__ == "__main__":
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    has_namespace = new_pid_namespace()
    here, there = fork.Pipe()
    process = fork.Process(target=first, args=(there,))
    process.start()
    there.close()
    process.terminate()
    if has_namespace:
        answers = {}
        for request in ("are you there?", "fork", "set a handler"):
            here.send(request)
            answers[request] = here.recv()
        process.terminate()
        print("SIGTERM, no handler:    ", answers["are you there?"])
        print("SIGKILL from its child: ", answers["fork"])
        print("SIGTERM with a handler: ", handled := here.recv())
        assert list(answers.values()) == ["nothing", "nothing", "done"]
        assert handled == "handled"
        process.kill()
        assert here.poll(None)  # at its end: nobody else has it open, not the child
        print("SIGKILL from outside:    it ends, and its child as well")
    else:
        print("This system allows no PID namespace here: SIGTERM ends the process.")
    process.join()
    assert process.exitcode == (-9 if has_namespace else -15)
