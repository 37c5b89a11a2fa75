# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.proof]
# platform = "linux"
# ///
"""Opening a FIFO waits for the other side; the end comes when all writers are gone."""

import contextlib
import errno
import os
import tempfile
import threading
import time


def read():
    steps.append("opens")
    with open("the.fifo", "rb", buffering=0) as fifo:
        steps.append("is open")
        while data := fifo.read(100):
            steps.append(data)
        steps.append("end")


def wait_for(step):
    while steps[-1:] != [step]:
        time.sleep(0.001)


with tempfile.TemporaryDirectory() as folder, contextlib.chdir(folder):
    os.mkfifo("the.fifo")
    try:
        os.open("the.fifo", os.O_WRONLY | os.O_NONBLOCK)
    except OSError as error:
        print("open without waiting, and without a reader:", error.strerror)
        assert error.errno == errno.ENXIO
    else:
        raise AssertionError("opened without a reader")

    steps = []
    reader = threading.Thread(target=read, name="reader")
    reader.start()
    wait_for("opens")
    time.sleep(0.1)
    print("a reader without a writer:", *steps)
    assert steps == ["opens"]

    ann = os.open("the.fifo", os.O_WRONLY)
    wait_for("is open")
    print("with a first writer:      ", *steps)
    bob = os.open("the.fifo", os.O_WRONLY)
    os.write(ann, b"Ann was here")
    os.close(ann)
    wait_for(b"Ann was here")
    time.sleep(0.1)
    print("the first has closed it:  ", *steps)
    assert steps[-1] != "end"
    os.close(bob)
    reader.join()
    print("and the second as well:   ", *steps)
    assert steps == ["opens", "is open", b"Ann was here", "end"]
