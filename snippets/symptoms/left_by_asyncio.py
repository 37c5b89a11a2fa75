# /// script
# [tool.proof]
# kind = "symptom"
# ///
"""What asyncio cannot raise anywhere it writes to standard error when it is deleted."""

import sys
from subprocess import PIPE, Popen

HEAD = """
import asyncio, gc, time
async def fail(): raise ValueError("no such account")
async def wait(): await asyncio.get_running_loop().create_future()
"""
CASES = {
    "never awaited": "async def main(): fail()",
    "its exception not asked for": "async def main():\n"
    "    asyncio.create_task(fail()); await asyncio.sleep(0)",
    "a future's exception": "async def main():\n"
    "    asyncio.Future().set_exception(ValueError('no such account'))",
    "deleted while it waits": "async def main():\n"
    "    asyncio.create_task(wait()); await asyncio.sleep(0); gc.collect()",
    "a callback that fails": "async def main():\n"
    "    asyncio.get_running_loop().call_soon(int, 'two'); await asyncio.sleep(0)",
    "slow, in debug mode": "async def main():\n    time.sleep(0.15)",
    "loop not closed": "asyncio.new_event_loop()\nasync def main(): pass",
}


def main() -> None:
    children = {name: start(name, code) for name, code in CASES.items()}
    for name, child in children.items():
        _, said = child.communicate()
        print(f"{name}:", said.splitlines()[0], sep="\n  ")
        assert child.returncode == 0, said


def start(name: str, code: str) -> Popen:
    """Return a child whose standard error can be read."""
    options = ["-W", "always", *(["-X", "dev"] if "debug" in name else [])]
    script = f"{HEAD}{code}\nasyncio.run(main())"
    return Popen([sys.executable, *options, "-c", script], stderr=PIPE, text=True)


if __name__ == "__main__":
    main()
