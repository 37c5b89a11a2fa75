# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.proof]
# platform = "linux"
# wrong = "leaks"
# ///
"""A killed process keeps a multiprocessing.Lock, and the kernel frees its file lock."""

import fcntl
import multiprocessing
import tempfile


def hold(lock, path, channel):
    with lock, open(path, "w") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        channel.send("I hold both")
        channel.recv()


if __name__ == "__main__":
    lock = multiprocessing.Lock()
    here, there = multiprocessing.Pipe()
    with tempfile.NamedTemporaryFile() as file:
        holder = multiprocessing.Process(target=hold, args=[lock, file.name, there])
        holder.start()
        print("child:", here.recv())

        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            print("main: the file is locked:", type(error).__name__)
        else:
            raise AssertionError("two holders")

        holder.kill()
        holder.join()
        print("main: the child was killed, exit code", holder.exitcode)
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        print("main: now I hold the lock on the file")

    free = lock.acquire(timeout=0.3)
    print("main: and multiprocessing.Lock:", "free" if free else "still taken")
    assert not free
    lock.release()  # which any process may do
    free = lock.acquire(timeout=0.3)
    print("main: after a release in the dead one's place:", "free" if free else "taken")
    assert free
