# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.proof]
# platform = "linux"
# limit = 60
# args = [["fork"], ["forkserver"]]
# ///
"""How a program ends decides whether it waits for its worker, ends it or leaves it."""

import os
import socket
import sys
from concurrent.futures import ThreadPoolExecutor
from multiprocessing import get_context
from select import select
from subprocess import DEVNULL, Popen
from tempfile import TemporaryDirectory
from threading import Thread

WAITS, DIES, LIVES = "waited for", "dies", "survives"
Process = get_context(sys.argv[1]).Process
WORKERS = {  # how it is started; its fate at an orderly end; its fate at an abrupt one
    "Process": (lambda: Process(target=work).start(), WAITS, LIVES),
    "daemon Process": (lambda: Process(target=work, daemon=True).start(), DIES, LIVES),
    "Thread": (lambda: Thread(target=work).start(), WAITS, DIES),
    "daemon Thread": (lambda: Thread(target=work, daemon=True).start(), DIES, DIES),
    "os.fork child": (lambda: fork(work), LIVES, LIVES),
    "Unix daemon": (lambda: fork(lambda: (os.setsid(), fork(work))), LIVES, LIVES),
}
ENDINGS = {
    "last line": lambda: None,
    "sys.exit": sys.exit,
    "exception": lambda: 1 / 0,
    "os._exit": lambda: os._exit(0),
    "SIGTERM": lambda: os.kill(os.getpid(), 15),
    "SIGKILL": lambda: os.kill(os.getpid(), 9),
}


def work():
    os.write(1, os.read(1, 1) or b"end")  # it reads until observe() shuts the socket


def fork(function):
    os.fork() or (function(), os._exit(0))


def observe(kind, ending, fate):
    worker, output = socket.socketpair()
    main = Popen([*sys.orig_argv, kind, ending], stdout=output, stderr=DEVNULL)
    output.close()
    ended = select([os.pidfd_open(main.pid)], [], [], 0.5 if fate == WAITS else 20)[0]
    worker.shutdown(socket.SHUT_WR)  # now the worker may finish, if it is still there
    return (LIVES if ended else WAITS) if worker.makefile().read() else DIES


if __name__ == "__main__" and len(sys.argv) > 2:
    WORKERS[sys.argv[2]][0]()
    ENDINGS[sys.argv[3]]()
elif __name__ == "__main__":
    print(f"{'':<15}" + " ".join(f"{ending:<10}" for ending in ENDINGS).rstrip())
    with TemporaryDirectory() as os.environ["TMPDIR"], ThreadPoolExecutor(6) as pool:
        for kind, (_, orderly, abrupt) in WORKERS.items():
            fates = 3 * [orderly] + 3 * [abrupt]
            row = [*pool.map(observe, 6 * [kind], ENDINGS, fates)]
            print(f"{kind:<15}" + " ".join(f"{fate:<10}" for fate in row).rstrip())
            assert row == fates
