# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.proof]
# platform = "linux"
# ///
"""With a wakeup descriptor, one wait without a limit sees results and signals alike."""

import multiprocessing
import os
import signal
import socket
from multiprocessing.connection import wait

fork = multiprocessing.get_context("fork")


def work(results, go):
    for item in range(3):
        results.send(item)
    go.recv()  # nothing more to report: main waits in vain for a fourth result
    os.kill(os.getppid(), signal.SIGTERM)
    go.recv()


if __name__ == "__main__":
    results, theirs = fork.Pipe()
    go, their_go = fork.Pipe()
    worker = fork.Process(target=work, args=(theirs, their_go), name="worker")
    worker.start()

    woken, written = socket.socketpair()
    written.setblocking(False)
    signal.set_wakeup_fd(written.fileno())
    signal.signal(signal.SIGTERM, lambda signum, frame: None)

    seen = []
    while "SIGTERM" not in seen:
        for ready in wait([results, woken]):  # asleep until one of them has something
            if ready is results:
                seen.append(results.recv())
            else:
                seen += [signal.Signals(number).name for number in woken.recv(16)]
        if seen[-1] == 2:
            go.send("now send the signal")
    print("main has seen:", seen)
    assert seen == [0, 1, 2, "SIGTERM"]

    signal.set_wakeup_fd(-1)
    go.send("now end")
    worker.join()
    assert worker.exitcode == 0
    woken.close()
    written.close()
