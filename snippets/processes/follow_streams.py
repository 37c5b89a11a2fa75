# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.proof]
# platform = "linux"
# kind = "recipe"
# ///
"""One thread can read both outputs of a command as they come, with selectors."""

import os
import selectors
import subprocess


def follow_streams(child):
    """Yield ("stdout" or "stderr", bytes) as a Popen with both pipes writes them."""
    with selectors.DefaultSelector() as waiting:
        for name in ("stdout", "stderr"):
            pipe = getattr(child, name)
            waiting.register(pipe, selectors.EVENT_READ, name)  # the point
        while waiting.get_map():
            for key, _ in waiting.select():
                if data := os.read(key.fd, 65536):
                    yield key.data, data
                else:
                    waiting.unregister(key.fileobj)


PIPES = {"stdin": -1, "stdout": -1, "stderr": -1, "bufsize": 0}
SCRIPT = """
echo ready >&2; read answer; echo "got $answer"
head -c 200000 /dev/zero >&2; head -c 200000 /dev/zero
"""
with subprocess.Popen(["sh", "-c", SCRIPT], **PIPES) as child:
    total = {"stdout": b"", "stderr": b""}
    for name, data in follow_streams(child):
        if not any(total.values()):
            print(f"first from {name}:", data)
            child.stdin.write(b"soup\n")  # it goes on only when it was read
        total[name] += data
print("exit code", child.returncode, {name: len(data) for name, data in total.items()})
assert total["stdout"] == b"got soup\n" + bytes(200000)
assert total["stderr"] == b"ready\n" + bytes(200000)
