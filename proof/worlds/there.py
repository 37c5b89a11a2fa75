"""What ``proof remote`` has the other machine do: unpack, set up, run and export.

`proof.remote` sends the text of this module to whatever ``python3`` that machine
has, so it imports the standard library alone, and is content with Python 3.7.
"""

import io
import os
import shutil
import signal
import subprocess
import sys
import tarfile
import tempfile
import threading
import time

CACHE = "~/.cache/proof-of-concurrency"
KEPT = {".venv", ".proof"}  # of the last call: what is installed, and the store
BEGIN = b"proof remote begins\n"  # a shell may have printed something before
ENDING = 20.0  # seconds that the engine may take to end what it runs
# Exit codes that say why no export comes; with one it is that of `proof export`.
NO_MAKE, NOT_READY, NO_EXPORT = 81, 82, 83


def main(size: int, name: str, words: list, waits: str) -> int:
    """Write an export to standard output; all else goes to standard error.

    Args:
        size: Of the project's files, a packed tar on standard input, in bytes.
        name: Of the folder that is the project's.
        words: For ``proof export``.
        waits: What to say where another call is not finished.

    Returns:
        The exit code.
    """
    import fcntl  # this module is loaded where there is none, to be sent from there

    sys.stdout.buffer.write(BEGIN)
    sys.stdout.flush()
    data = sys.stdin.buffer.read(size)
    if len(data) < size:
        return NO_EXPORT  # nobody is there any more
    end_with_connection()
    folder = os.path.join(os.path.expanduser(CACHE), name)
    os.makedirs(folder, 0o700, exist_ok=True)
    os.chdir(folder)
    lock = os.open(folder, os.O_RDONLY)  # the kernel lets go of it, however this ends
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        print(waits, file=sys.stderr, flush=True)
        fcntl.flock(lock, fcntl.LOCK_EX)
    unpack(data)
    return export(words)


def end_with_connection() -> None:
    """End with all that was begun when nobody is at the other end any more.

    Without a terminal no signal comes then, but standard input ends.
    """
    if os.getpgrp() != os.getpid():
        os.setpgid(0, 0)
    # A handler, since children would inherit that it is ignored.
    signal.signal(signal.SIGINT, lambda *_: None)
    threading.Thread(target=_watch, daemon=True).start()


def _watch() -> None:
    while os.read(0, 1):
        pass
    os.killpg(0, signal.SIGINT)  # so the engine ends what it runs, as for Ctrl-C
    time.sleep(ENDING)
    os.killpg(0, signal.SIGKILL)


def unpack(data: bytes) -> None:
    """Have the files of a packed tar in this folder, and none but them and `KEPT`."""
    for name in set(os.listdir()) - KEPT:
        if os.path.isdir(name) and not os.path.islink(name):
            shutil.rmtree(name)
        else:
            os.remove(name)
    with tarfile.open(fileobj=io.BytesIO(data)) as tar:
        # From 3.12 on a filter has to be chosen; before there is none.
        tar.extraction_filter = getattr(tarfile, "fully_trusted_filter", None)
        members = tar.getmembers()
        for one in members:  # for make, by whose clock .venv is older than they are
            one.mtime = time.time()
        tar.extractall(members=members)


def export(words: list) -> int:
    """Run what has not been run, and send what `main` says."""
    if not shutil.which("make"):
        return NO_MAKE
    if _call("make", "-s", ".venv/ready"):
        return NOT_READY
    with tempfile.TemporaryDirectory(prefix=".export-", dir=".") as folder:
        code = _call(".venv/bin/python", "-m", "proof", "export", folder, *words)
        files = [entry.path for entry in os.scandir(folder)]
        if len(files) != 1:
            return NO_EXPORT
        with open(files[0], "rb") as file:
            shutil.copyfileobj(file, sys.stdout.buffer)
        sys.stdout.flush()
    return 1 if code else 0


def _call(*command: str) -> int:
    try:
        return subprocess.call(command, stdin=subprocess.DEVNULL, stdout=2)
    except OSError as error:
        print(error, file=sys.stderr)
        return 1
