# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.proof]
# pythons = ["3.11", "3.12"]
# ///
"""Since 3.12 sys._current_exceptions gives exceptions, no longer tuples."""

import sys
import threading

handling, end = threading.Event(), threading.Event()


def work():
    try:
        raise FileNotFoundError
    except FileNotFoundError:
        handling.set()
        end.wait()


thread = threading.Thread(target=work)
thread.start()
handling.wait()
handled = sys._current_exceptions()[thread.ident]
end.set()
thread.join()
print("the thread handles:", type(handled).__name__)
if sys.version_info >= (3, 12):
    assert isinstance(handled, FileNotFoundError)
else:
    assert handled[0] is FileNotFoundError
