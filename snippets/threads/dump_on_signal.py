# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.proof]
# platform = "linux"
# ///
"""faulthandler.register makes a signal show all stacks, even while main is blocked."""

import faulthandler
import os
import signal
import threading
import time
from pathlib import Path


def wait_until_blocked(thread):
    """Return when the kernel has shown a thread asleep ten times in a row."""
    stat, asleep = Path(f"/proc/self/task/{thread.native_id}/stat"), 0
    while asleep < 10:
        asleep = asleep + 1 if ") S" in stat.read_text() else 0
        time.sleep(0.005)


def wait_for_mail():
    may_end.wait()


def ask():
    for thread in (mail, threading.main_thread()):
        wait_until_blocked(thread)
    os.kill(os.getpid(), signal.SIGUSR1)  # or, from a shell: kill -USR1 <pid>
    while b"<module>" not in report:  # until main is in the report, too
        report.extend(os.read(reader, 4096))


may_end, report = threading.Event(), bytearray()
reader, writer = os.pipe()
faulthandler.register(signal.SIGUSR1, file=writer)
mail = threading.Thread(target=wait_for_mail, name="mail")
asker = threading.Thread(target=ask, name="asker")
mail.start()
asker.start()
asker.join()  # main is blocked here
may_end.set()
mail.join()

lines = report.decode().splitlines()
shown = [line for line in lines if "threading.py" not in line]
print(*shown, sep="\n")
assert any(line.endswith("in join") for line in lines)  # main was blocked there
for function in ("wait_for_mail", "ask", "<module>"):
    assert any(line.endswith(f"in {function}") for line in shown)
