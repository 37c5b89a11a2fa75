# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.proof]
# platform = "linux"
# ///
"""wait_for gives up waiting for a process; to end the process takes a kill."""

import asyncio
import signal
from pathlib import Path


async def main():
    child = await asyncio.create_subprocess_exec("sleep", "60")
    try:
        await asyncio.wait_for(child.wait(), 0.1)
    except TimeoutError:
        print("the limit is over")
    print("the child's return code:", child.returncode)
    assert child.returncode is None
    assert Path(f"/proc/{child.pid}/comm").read_text() == "sleep\n"

    child.kill()
    code = await child.wait()  # meanwhile the loop reaps it
    print("killed and waited for:  ", code)
    assert code == -signal.SIGKILL
    assert not Path(f"/proc/{child.pid}").exists()


asyncio.run(main())
