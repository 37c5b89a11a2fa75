"""dump_traceback_later shows where each thread is when the program is late."""

import faulthandler
import os
import threading


def hold():
    with lock:
        held.set()
        while b"<module>" not in report:  # until main is in the report, too
            report.extend(os.read(reader, 4096))


lock, held, report = threading.Lock(), threading.Event(), bytearray()
reader, writer = os.pipe()
holder = threading.Thread(target=hold, name="holder")
holder.start()
held.wait()

faulthandler.dump_traceback_later(0.2, file=writer)
with lock:  # main is late: another thread has the lock, until the report is out
    faulthandler.cancel_dump_traceback_later()
holder.join()

lines = report.decode().splitlines()
shown = [line for line in lines if "threading.py" not in line]
print(*shown, sep="\n")
assert shown[0].startswith("Timeout")
assert shown[-1].endswith("in <module>")
assert any(line.endswith("in hold") for line in shown)
