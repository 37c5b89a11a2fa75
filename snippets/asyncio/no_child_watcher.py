# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.proof]
# platform = "linux"
# pythons = ["3.13", "3.14"]
# ///
"""Since 3.14 asyncio has no child watchers, and a loop in a thread needs none."""

import asyncio
import sys
import threading
import warnings

warnings.simplefilter("ignore")  # 3.12 and 3.13 announce the end
try:
    asyncio.set_child_watcher(asyncio.ThreadedChildWatcher())  # wrong: not needed
except AttributeError as error:
    print("AttributeError:", error)
    assert sys.version_info >= (3, 14)
else:
    print("a watcher was set")
    assert sys.version_info < (3, 14)

codes = []


async def run_command():
    child = await asyncio.create_subprocess_exec("true")
    codes.append(await child.wait())


thread = threading.Thread(target=asyncio.run, args=(run_command(),))
thread.start()
thread.join()
print("a command of a loop in a thread ended with", *codes)
assert codes == [0]
