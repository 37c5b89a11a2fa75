# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.proof]
# kind = "plain"
# ///
"""Three sleeps that are gathered take as long as the longest, and not as their sum."""

import asyncio
import time


async def fetch(name, seconds):
    print(name, "begins")
    await asyncio.sleep(seconds)  # stands for a server
    print(name, "ends")
    return name.upper()


async def main():
    return await asyncio.gather(fetch("a", 0.3), fetch("b", 0.2), fetch("c", 0.1))


if __name__ == "__main__":
    begun = time.perf_counter()
    results = asyncio.run(main())
    seconds = time.perf_counter() - begun
    print(results, f"after {seconds:.1f} s")
    assert results == ["A", "B", "C"] and seconds < 0.6
