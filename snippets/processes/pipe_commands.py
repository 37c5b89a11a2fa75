# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.proof]
# platform = "linux"
# kind = "recipe"
# ///
"""Two commands joined by a pipe: the first one ends when the second has enough."""

import signal
import subprocess


def pipe_commands(first, second):
    """Run first | second, lists of words; return both exit codes and the output."""
    pipe = subprocess.PIPE
    with (
        subprocess.Popen(first, stdout=pipe) as one,
        subprocess.Popen(second, stdin=one.stdout, stdout=pipe, text=True) as two,
    ):
        one.stdout.close()  # the point
        output = two.stdout.read()
        return one.wait(), two.wait(), output


done = pipe_commands(["seq", "100000"], ["tail", "-n", "1"])
print("seq | tail:   ", done)
assert done == (0, 0, "100000\n")

done = pipe_commands(["yes"], ["head", "-n", "1"])  # yes never ends by itself
print("yes | head:   ", done)
assert done == (-signal.SIGPIPE, 0, "y\n")

done = pipe_commands(["sh", "-c", "echo pie; exit 3"], ["cat"])
print("exit 3 | cat: ", done)
assert done == (3, 0, "pie\n")

try:
    pipe_commands(["yes"], ["nosuch"])
except FileNotFoundError as error:
    print("yes | nosuch: ", error.strerror)
else:
    raise AssertionError("there is such a command")
