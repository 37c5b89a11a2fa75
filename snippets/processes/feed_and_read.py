# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.proof]
# platform = "linux"
# kind = "recipe"
# ///
"""A thread that writes lets main read, so that neither pipe stops the command."""

import contextlib
import itertools
import subprocess
import threading
from concurrent.futures import ThreadPoolExecutor


def feed_and_read(command, lines):
    """Yield the lines that a command writes, while it is fed with lines of text."""
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "text": True}
    with subprocess.Popen(command, **pipes) as child, ThreadPoolExecutor(1) as thread:

        def feed():
            with contextlib.suppress(BrokenPipeError), child.stdin as pipe:
                pipe.writelines(lines)

        fed = thread.submit(feed)  # the point
        try:
            yield from child.stdout
        except BaseException:  # the caller wants no more of them
            child.kill()
            raise
        fed.result()  # raises what came from the lines


count = sum(1 for _ in feed_and_read(["cat"], ("soup\n" for _ in range(100_000))))
print(count, "lines through cat, more than two pipes hold")
assert count == 100_000

head = list(feed_and_read(["head", "-n", "2"], itertools.repeat("pie\n")))
print("a command that stops reading:", head)
assert head == ["pie\n", "pie\n"]

try:
    list(feed_and_read(["cat"], (str(1 / number) for number in (1, 0))))
except ZeroDivisionError as error:
    print("lines that fail:            ", error)
else:
    raise AssertionError("the error is lost")

lines = feed_and_read(["cat"], itertools.repeat("bread\n"))
print("a caller that stops reading: ", next(lines).strip())
lines.close()
assert threading.active_count() == 1
