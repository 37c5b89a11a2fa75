# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.proof]
# pythons = ["3.13", "3.14"]
# ///
"""Since 3.14 a QueueListener is a with block, and starts only once."""

import logging
import queue
import sys
from logging.handlers import QueueHandler, QueueListener

written = []


class Notes(logging.Handler):
    def emit(self, record):
        written.append(record.getMessage())


records = queue.Queue()
logging.getLogger().addHandler(QueueHandler(records))
listener = QueueListener(records, Notes())
refused = False
if sys.version_info >= (3, 14):
    with listener:
        logging.warning("tea is ready")
        try:
            listener.start()
        except RuntimeError as error:
            print("a second start: RuntimeError:", error)
            refused = True
else:
    assert not hasattr(listener, "__enter__")
    listener.start()
    logging.warning("tea is ready")
    listener.stop()
print("written before the end:", *written)
assert written == ["tea is ready"]
assert refused == (sys.version_info >= (3, 14))
