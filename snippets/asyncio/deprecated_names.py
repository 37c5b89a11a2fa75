# /// script
# requires-python = ">=3.12"
# dependencies = []
# [tool.proof]
# pythons = ["3.13", "3.14"]
# ///
"""Since 3.14 event loop policies and asyncio.iscoroutinefunction warn."""

import asyncio
import inspect
import sys
import warnings


async def job():
    return type(asyncio.get_running_loop()).__name__


with warnings.catch_warnings(record=True) as heard:
    warnings.simplefilter("always")
    policy = asyncio.get_event_loop_policy()
    asyncio.set_event_loop_policy(policy)
    assert asyncio.iscoroutinefunction(job)
for warning in heard:
    said = str(warning.message).replace("; ", ";\n  ")
    print(said.replace(" and ", "\n  and "))
assert len(heard) == (3 if sys.version_info >= (3, 14) else 0)

with warnings.catch_warnings(record=True) as heard:
    warnings.simplefilter("always")
    assert inspect.iscoroutinefunction(job)
    name = asyncio.run(job(), loop_factory=asyncio.SelectorEventLoop)
print("in their place: loop_factory made a", name)
assert "Selector" in name and not heard
