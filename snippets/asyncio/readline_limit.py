# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.proof]
# kind = "symptom"
# wrong = "raises"
# ///
"""A line longer than the stream's limit, which is 64 KiB, makes readline raise."""

import asyncio
import sys


async def first_line(code, **options):
    child = await asyncio.create_subprocess_exec(
        *(sys.executable, "-c", code), stdout=asyncio.subprocess.PIPE, **options
    )
    try:
        return len(await child.stdout.readline())
    except ValueError as error:
        return f"ValueError: {error}"
    finally:
        await child.communicate()


LONG, SHORT = "print('x' * 100_000, end='')", "print('x' * 1000 + '\\n')"
broken = asyncio.run(first_line(LONG)), asyncio.run(first_line(SHORT, limit=100))
print(*broken, sep="\n")
assert broken[0].endswith("Separator is not found, and chunk exceed the limit")
assert broken[1].endswith("Separator is found, but chunk is longer than limit")
mended = asyncio.run(first_line(LONG, limit=2**20))
print("with limit=2**20, a line of", mended, "bytes")
assert mended == 100_000
