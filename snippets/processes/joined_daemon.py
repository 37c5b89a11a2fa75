"""join() on a daemon waits like any join(), and a daemon shares main's terminal."""

import multiprocessing
import os


def work(messages):
    messages.send((os.fstat(1), os.getsid(0), os.getpgrp()))
    messages.recv()
    print("daemon: last line")


if __name__ == "__main__":
    here, there = multiprocessing.Pipe()
    daemon = multiprocessing.Process(target=work, args=(there,), daemon=True)
    daemon.start()
    output, session, group = here.recv()
    print("same output as main:       ", os.path.samestat(output, os.fstat(1)))
    print("same session as main:      ", session == os.getsid(0))
    print("same process group as main:", group == os.getpgrp())
    assert os.path.samestat(output, os.fstat(1))
    assert (session, group) == (os.getsid(0), os.getpgrp())

    daemon.join(timeout=0.2)
    assert daemon.is_alive()
    here.send("you may end")
    daemon.join()
    print("main: join() has returned, exit code", daemon.exitcode)
    assert daemon.exitcode == 0
