# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.proof]
# platform = "linux"
# ///
"""A signal handler of the loop can set an asyncio.Event, so tasks end cleanly."""

import asyncio
import os
import signal
import threading


async def worker(name, stop):
    steps = 0
    while not stop.is_set():
        await asyncio.sleep(0.02)
        steps += 1
        if steps == 3 and name == "Bob":
            print("SIGTERM comes")
            os.kill(os.getpid(), signal.SIGTERM)
    await asyncio.sleep(0.02)  # cleaning up may await, too
    print(f"{name} has finished a step and cleaned up")
    return name


async def main():
    loop = asyncio.get_running_loop()
    stop = asyncio.Event()

    def on_sigterm():
        handled.append((threading.current_thread(), asyncio.get_running_loop()))
        stop.set()

    loop.add_signal_handler(signal.SIGTERM, on_sigterm)
    ended = await asyncio.gather(*[worker(name, stop) for name in ("Ann", "Bob")])
    assert ended == ["Ann", "Bob"]
    assert handled == [(threading.main_thread(), loop)]


handled = []
asyncio.run(main())
print("the program ends by itself, with exit code 0")
