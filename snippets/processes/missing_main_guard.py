# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.proof]
# args = [["fork"], ["spawn"], ["forkserver"]]
# stderr = '\A\Z|RuntimeError'
# wrong = "raises"
# ///
"""A program without a main guard works under fork and fails under other methods."""

import multiprocessing
import sys

sys.tracebacklimit = 0  # the message is what matters here
context = multiprocessing.get_context(sys.argv[1])


def greet():
    print("the child greets")


print(f"this module is executed as {__name__}")
child = context.Process(target=greet)
server_is_gone = False
try:
    child.start()  # wrong: whoever executes this module comes here
    child.join()
except (ConnectionError, EOFError):
    print("start() failed: the fork server is gone")
    server_is_gone = True

print(f"exit code of the child: {child.exitcode}")
assert (child.exitcode == 0) == (sys.argv[1] == "fork")
if sys.argv[1] != "forkserver" or sys.version_info >= (3, 15):
    assert not server_is_gone
elif sys.version_info >= (3, 14, 1):
    assert server_is_gone
