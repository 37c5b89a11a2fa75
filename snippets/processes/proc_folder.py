# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.proof]
# platform = "linux"
# ///
"""/proc/<pid> tells a process's command line, parent, threads and open files."""

import os
import subprocess
import sys
import tempfile
from pathlib import Path

CODE = """
import threading
threading.Thread(target=threading.main_thread().join, name="second").start()
notes = open("notes.txt", "w")
print("ready", flush=True)
input()
"""

pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "text": True}
command = [sys.executable, "-c", CODE, "--colour=blue"]
with (
    tempfile.TemporaryDirectory() as home,
    subprocess.Popen(command, cwd=home, **pipes) as child,
):
    child.stdout.readline()  # it is ready
    folder = Path(f"/proc/{child.pid}")

    words = (folder / "cmdline").read_text().removesuffix("\0").split("\0")
    print("cmdline:", Path(words[0]).name, words[1], "…", words[-1])
    assert words == child.args

    lines = (folder / "status").read_text().splitlines()
    status = dict(line.split(":\t", 1) for line in lines)
    for field in ("PPid", "Threads", "VmRSS"):
        print(f"{field}:", status[field].strip())
    assert int(status["PPid"]) == os.getpid()
    assert int(status["Threads"]) == 2 == len(list((folder / "task").iterdir()))

    files = {int(link.name): os.readlink(link) for link in (folder / "fd").iterdir()}
    for number, target in sorted(files.items()):
        print(f"fd {number}:", Path(target).name)
    assert Path(home, "notes.txt").resolve() in map(Path, files.values())
    assert files[0].startswith("pipe:")
    child.stdin.write("you may end\n")
assert not folder.exists()
