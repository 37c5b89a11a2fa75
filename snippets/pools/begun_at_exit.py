# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.proof]
# platform = "linux"
# pythons = ["3.11", "3.12", "3.13", "3.14", "3.15", "3.14t"]
# ///
"""After main's end executors take no job, though a thread or a command may begin."""

import subprocess
import sys

PROGRAM = """
import asyncio, atexit, multiprocessing, os, subprocess, sys, threading
from concurrent.futures import ThreadPoolExecutor
fork = multiprocessing.get_context("fork")
actions = {
    "Thread.start": lambda: threading.Thread(target=int).start(),
    "Process.start": lambda: fork.Process(target=int).start(),
    "submit": lambda: ThreadPoolExecutor().submit(int),
    "asyncio.to_thread": lambda: asyncio.run(asyncio.to_thread(int)),
    "asyncio.run": lambda: asyncio.run(asyncio.sleep(0)),
    "subprocess.run": lambda: subprocess.run("true"),
}
def act(actions=actions, write=os.write):
    for name, call in actions.items():
        try:
            call()
            write(1, f"{name}: yes\\n".encode())
        except Exception as error:
            write(1, f"{name}: {type(error).__name__}\\n".encode())
def thread():
    threading.main_thread().join()
    act()
"""
LATEST = """
class Last:
    def __del__(self, act=act):
        act(self.actions)
thread = threading.Thread(target=int)
actions = {"os.fork": lambda fork=os.fork, leave=os._exit: fork() or leave(0)}
if sys.version_info >= (3, 12):  # before, it may start, and hang
    actions["Thread.start"] = thread.start
last = Last(); last.me = last; last.actions = actions  # it lasts until modules end
"""
MOMENTS = {
    "a thread begins after main's end": "threading.Thread(target=thread).start()",
    "an exit handler begins": "atexit.register(act)",
    "a finaliser at the end begins": LATEST,
}
early = (3, 12) <= sys.version_info < (3, 12, 3)  # these refuse more

for moment, code in MOMENTS.items():
    command = [sys.executable, "-W", "ignore", "-c", PROGRAM + code]
    said = subprocess.run(command, check=True, stdout=-1, text=True).stdout
    answers = dict(line.split(": ") for line in said.splitlines())
    for action, answer in answers.items():
        print(f"at exit: {moment}: {action}: {answer}")
    if moment.startswith("a finaliser"):
        late = {"Thread.start"} if sys.version_info >= (3, 12) else set()
        assert answers.keys() == late | {"os.fork"}
        assert sys.version_info < (3, 12) or "yes" not in answers.values()
    else:
        assert {answers["submit"], answers["asyncio.to_thread"]} == {"RuntimeError"}
        assert answers["asyncio.run"] == answers["subprocess.run"] == "yes"
        began = {answers["Thread.start"], answers["Process.start"]}
        assert began == ({"RuntimeError"} if early else {"yes"})
