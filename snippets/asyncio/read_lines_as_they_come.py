# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.proof]
# kind = "recipe"
# platform = "linux"
# ///
"""A loop reads a program's lines as they come, and kills it at a limit."""

import asyncio
import contextlib
import os
import signal


async def read_lines_as_they_come(command, tell, seconds, longest=2**20):
    """Call tell(line) for each line of the command's output; return its exit code.

    TimeoutError after seconds; ValueError for a line of more than longest bytes.
    """
    child = await asyncio.create_subprocess_exec(
        *command, stdout=asyncio.subprocess.PIPE, limit=longest, start_new_session=True
    )
    try:
        async with asyncio.timeout(seconds):
            async for line in child.stdout:
                tell(line.decode(errors="replace").rstrip("\n"))
            return await child.wait()
    except BaseException:
        with contextlib.suppress(ProcessLookupError):
            os.killpg(child.pid, signal.SIGKILL)  # the point
        raise
    finally:
        await child.communicate()


async def read(command, seconds):
    try:
        return await read_lines_as_they_come(command, tell, seconds)
    except (TimeoutError, ValueError) as error:
        return type(error).__name__


ANSWERS = "trap 'echo last; exit 3' USR1; echo $$; while :; do sleep 0.1; done"


def tell(line):
    lines.append(line)
    if line.isdigit():
        os.kill(int(line), signal.SIGUSR1)  # for which the program waits


async def main():
    for command, seconds, end, count in (
        (["sh", "-c", ANSWERS], 9, 3, 2),
        (["sh", "-c", "echo begun; sleep 60; true"], 0.5, "TimeoutError", 1),
        (["sh", "-c", "sleep 60 & echo ended"], 0.5, "TimeoutError", 1),
        (["head", "-c", "2M", "/dev/zero"], 9, "ValueError", 0),  # a line of 2 MiB
    ):
        lines.clear()
        print("then:", ended := await read(command, seconds), "- lines:", len(lines))
        assert (ended, len(lines)) == (end, count)


lines = []
asyncio.run(main())
