# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.proof]
# kind = "recipe"
# platform = "linux"
# ///
"""A daemon is alone, in a session, folder, mask and streams of its own."""

import fcntl
import os
import signal
import subprocess
import sys
import tempfile
from pathlib import Path


def become_daemon(lock, log):
    """Go on as a daemon; BlockingIOError if another holds the lock. Both are paths."""
    null = os.open(os.devnull, os.O_RDONLY)  # first: it may be given a closed 0
    lock = os.open(lock, os.O_RDWR | os.O_CREAT, 0o600)
    fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)  # the point
    log = os.open(log, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600)
    sys.stdout.reconfigure(line_buffering=True)  # SIGTERM would lose what is unwritten
    sys.stderr.flush()
    if os.fork():
        os._exit(0)
    os.setsid()  # the point
    if os.fork():
        os._exit(0)
    os.chdir("/")  # the point
    os.umask(0o077)  # the point
    for stream, number in ((null, 0), (log, 1), (log, 2)):
        os.dup2(stream, number)
    os.truncate(lock, 0)
    os.write(lock, b"%d\n" % os.getpid())


def daemon():
    become_daemon("app.lock", "app.log")
    leads = os.getsid(0) == os.getpid()
    inputs = os.read(0, 1)
    print(leads, os.getcwd(), oct(os.umask(0)), inputs)
    os.write(int(sys.argv[1]), b"%d" % os.getsid(0))
    signal.sigtimedwait([], 9)  # should main fail


if __name__ == "__main__" and sys.argv[1:]:
    daemon()
elif __name__ == "__main__":
    with tempfile.TemporaryDirectory() as folder:
        os.chdir(folder)
        answer, question = os.pipe()
        program = [sys.executable, __file__, str(question)]
        env = {**os.environ, "PYTHONUNBUFFERED": ""}
        closed = {"preexec_fn": lambda: os.close(0), "env": env}
        subprocess.run(program, pass_fds=[question], check=True, **closed)
        session = int(os.read(answer, 20))
        print("the daemon's log:", said := Path("app.log").read_text(), end="")
        assert said == "False / 0o77 b''\n" and session != os.getsid(0)
        second = subprocess.run(program, stderr=subprocess.PIPE, text=True)
        print("a second start:", second.stderr.splitlines()[-1])
        assert "BlockingIOError" in second.stderr
        os.kill(int(Path("app.lock").read_text()), signal.SIGTERM)
        with open("app.lock") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)  # comes when the daemon is gone
