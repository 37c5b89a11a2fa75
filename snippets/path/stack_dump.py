# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.proof]
# kind = "plain"
# ///
"""A stack dump begins with the call in which a thread is now."""

import faulthandler
import tempfile
import threading

asked, desk = threading.Event(), threading.Lock()


def serve():
    fetch()


def fetch():
    asked.set()
    with desk:
        pass


if __name__ == "__main__":
    with desk, tempfile.TemporaryFile("w+") as file:
        threading.Thread(target=serve).start()
        asked.wait()
        faulthandler.dump_traceback(file)
        file.seek(0)
        dump = file.read()
    print(dump)
    assert dump.index("in fetch") < dump.index("in serve")
