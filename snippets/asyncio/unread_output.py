# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.proof]
# platform = "linux"
# ///
"""A child whose long output nobody reads does not end, so awaiting its end hangs."""

import asyncio
from asyncio.subprocess import PIPE

COMMANDS = {
    "a short output": ["head", "-c", "1000", "/dev/zero"],
    "a long output": ["head", "-c", "1000000", "/dev/zero"],
}


async def main():
    for name, command in COMMANDS.items():
        child = await asyncio.create_subprocess_exec(*command, stdout=PIPE)
        limit = 30 if name == "a short output" else 0.3
        try:
            await asyncio.wait_for(child.wait(), limit)
            print(f"{name}: wait() returns {child.returncode}")
        except TimeoutError:
            print(f"{name}: wait() does not return")
        assert (child.returncode is None) == (name == "a long output")

        output, _ = await child.communicate()
        print(f"  communicate() has {len(output)} bytes; code {child.returncode}")
        assert len(output) == int(command[2]) and child.returncode == 0


asyncio.run(main())
