# /// script
# [tool.proof]
# kind = "symptom"
# ///
"""An event loop runs once at a time, and not after it was closed."""

import asyncio
import traceback


async def nothing() -> None:
    pass


async def within() -> list[str]:
    loop = asyncio.get_running_loop()
    other = asyncio.new_event_loop()
    one = nothing()
    calls = [(asyncio.run, one), (loop.run_until_complete, one), (other.run_forever,)]
    lines = [said(*call) for call in calls]
    one.close()
    try:
        await other.create_future()
    except RuntimeError as error:
        lines += ["".join(traceback.format_exception_only(error)).strip()]
    other.close()
    return [*lines, said(other.call_soon, print)]


def main() -> None:
    lines = asyncio.run(within())
    lines += [said(asyncio.run, print), said(asyncio.get_running_loop)]
    loop = asyncio.new_event_loop()
    loop.call_soon(loop.stop)
    lines += [said(loop.run_until_complete, loop.create_future())]
    loop.close()
    print(*lines, sep="\n")
    assert len(set(lines)) == len(lines) == 8


def said(call, *args) -> str:
    """Return the last line of the traceback that people paste."""
    try:
        return f"it returned {call(*args)}"
    except Exception as error:
        return "".join(traceback.format_exception_only(error)).strip()


if __name__ == "__main__":
    main()
