"""A listener that is not stopped loses the records that are still in its queue."""

import logging
import logging.handlers
import queue
import subprocess
import sys
import time

RECORDS = 20


class SlowHandler(logging.StreamHandler):
    def handle(self, record):
        time.sleep(0.03)  # without the handler's lock, which the exit needs
        return super().handle(record)


def program(ending):
    records = queue.SimpleQueue()
    listener = logging.handlers.QueueListener(records, SlowHandler(sys.stdout))
    listener.start()
    logging.getLogger().addHandler(logging.handlers.QueueHandler(records))
    for number in range(RECORDS):
        logging.warning("record %d", number)
    if ending == "stopped":
        listener.stop()


if __name__ == "__main__":
    if len(sys.argv) > 1:
        program(sys.argv[1])
    else:
        for ending in ("stopped", "forgotten"):
            command = [sys.executable, __file__, ending]
            run = subprocess.run(command, stdout=subprocess.PIPE, text=True, check=True)
            lines = run.stdout.count("\n")
            print(f"listener {ending}: {lines} of {RECORDS} records, exit code 0")
            assert (lines == RECORDS) == (ending == "stopped")
