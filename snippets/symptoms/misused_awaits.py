# /// script
# [tool.proof]
# kind = "symptom"
# ///
"""What is awaited has to be awaitable, and is awaited once."""

import asyncio
import traceback

BODIES = [
    "once = nothing(); await once; await once",
    "await 1",
    "await asyncio.gather(1)",
    "one = nothing(); one.close(); await asyncio.wait([one])",
    "asyncio.Future().result()",
    "one = asyncio.Future(); one.set_result(1); one.set_result(2)",
    "asyncio.Lock().release()",
    "await asyncio.wait_for(asyncio.Event().wait(), 0.01)",
    "one = asyncio.create_task(nothing()); one.cancel(); await one",
    "async with asyncio.TaskGroup() as group: group.create_task(fail())",
]


async def nothing() -> None:
    pass


async def fail() -> None:
    raise ValueError("no such account")


def main() -> None:
    for body in BODIES:
        text = said(body)
        print(body, text, sep="\n  ")
        assert "it returned" not in text


def said(body: str) -> str:
    """Return the last line of the traceback that people paste."""
    names = globals().copy()
    exec(f"async def case():\n    {body}", names)
    try:
        return f"it returned {asyncio.run(names['case']())}"
    except BaseException as error:
        return "".join(traceback.format_exception_only(error)).strip()


if __name__ == "__main__":
    main()
