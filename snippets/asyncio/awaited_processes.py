# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.proof]
# platform = "linux"
# ///
"""One thread has three child processes at once and awaits the answer of each."""

import asyncio
import threading
from asyncio.subprocess import PIPE


async def ask(name):
    child = await asyncio.create_subprocess_exec("cat", stdin=PIPE, stdout=PIPE)
    children.append(child)
    threads.add(threading.current_thread())
    while len(children) < 3:
        await asyncio.sleep(0.001)  # until all three run
    assert child.returncode is None
    output, _ = await child.communicate(f"a message for {name}".encode())
    return child.returncode, output.decode()


async def main():
    answers = await asyncio.gather(*[ask(name) for name in ("Ann", "Bob", "Cid")])
    for code, output in answers:
        print(f"return code {code}, output: {output}")
    assert answers == [(0, f"a message for {name}") for name in ("Ann", "Bob", "Cid")]
    assert len({child.pid for child in children}) == 3
    assert threads == {threading.main_thread()}


children, threads = [], set()
asyncio.run(main())
