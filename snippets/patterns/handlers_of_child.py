# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.proof]
# platform = "linux"
# args = [["fork"], ["spawn"], ["forkserver"]]
# ///
"""Main's handlers exist in a forked child, and not under spawn and forkserver."""

import contextlib
import io
import logging
import multiprocessing
import sys
import tempfile
from pathlib import Path


def work(answer):
    logger = logging.getLogger()
    error = io.StringIO()
    with contextlib.redirect_stderr(error):
        logger.info("an info from the child")
        logger.warning("a warning from the child")
    answer.send((len(logger.handlers), error.getvalue()))


if __name__ == "__main__":
    method = sys.argv[1]
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "app.log")
        logging.basicConfig(filename=path, level=logging.INFO)
        context = multiprocessing.get_context(method)
        here, there = context.Pipe()
        child = context.Process(target=work, args=(there,))
        child.start()
        handlers, error = here.recv()
        child.join()

        log = path.read_text()
    print("the child's handlers:          ", handlers)
    print("lines in the log file:         ", log.count("\n"))
    print("on the child's standard error: ", error.strip() or "nothing")
    if method == "fork":
        assert handlers == 1 and not error
        assert "an info" in log and "a warning" in log
    else:
        assert handlers == 0 and not log
        assert error == "a warning from the child\n"
