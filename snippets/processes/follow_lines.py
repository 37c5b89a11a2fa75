# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.proof]
# platform = "linux"
# kind = "recipe"
# ///
"""A thread and a queue bring each line of a command while it runs."""

import contextlib
import queue
import subprocess
import tempfile
import threading
from pathlib import Path


def follow_lines(command, patience):
    """Yield each line of a command as it comes, and None after patience seconds."""
    pipe = {"stdout": subprocess.PIPE, "stderr": subprocess.STDOUT, "errors": "replace"}
    child, lines = subprocess.Popen(command, **pipe), queue.SimpleQueue()

    def read():
        for line in child.stdout:
            lines.put(line)  # the point
        lines.put("")

    def take():
        with contextlib.suppress(queue.Empty):
            return lines.get(timeout=patience)

    (reader := threading.Thread(target=read)).start()
    with child:
        try:
            while (line := take()) != "":
                yield line
        except BaseException:  # the caller wants no more of them
            child.kill()
            reader.join()
            raise


with tempfile.TemporaryDirectory() as folder:
    script = "echo mixing; while [ ! -e go ]; do sleep 0.01; done; echo baked >&2"
    seen = []
    for line in follow_lines(["sh", "-c", f"cd {folder}; {script}"], 0.1):
        print(repr(line))
        if line is None and not Path(folder, "go").exists():
            Path(folder, "go").touch()  # it goes on only when its silence was noticed
        seen.append(line)
assert seen[:2] == ["mixing\n", None] and seen[-1] == "baked\n"

[line] = follow_lines(["printf", "caf\\351"], 20)  # not UTF-8
assert line.startswith("caf")
lines = follow_lines(["yes"], 20)  # a command that never ends
print("the first line of yes:", repr(next(lines)))
lines.close()  # ends it
print("threads left:", threading.active_count() - 1)
assert threading.active_count() == 1
