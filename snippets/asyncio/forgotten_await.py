"""In debug mode the warning about a forgotten await says where the call was made."""

import asyncio
import gc
import warnings

saved = []


async def save():
    saved.append("table 4")


async def close_table():
    # Debug mode also names steps that take longer, as on a busy machine.
    asyncio.get_running_loop().slow_callback_duration = 60
    save()  # forgotten: await


def warning_of(debug):
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        asyncio.run(close_table(), debug=debug)
        gc.collect()
    assert len(caught) == 1
    return str(caught[0].message)


plain = warning_of(debug=False)
print("without debug mode:", plain)
detailed = warning_of(debug=True)
print("with debug mode, it ends:")
place, call = detailed.splitlines()[-2:]
print("  ", place.rpartition("/")[2])
print("  ", call.strip())
assert plain == "coroutine 'save' was never awaited"
assert "close_table" not in plain and saved == []
assert detailed.startswith(plain) and "in close_table" in detailed
