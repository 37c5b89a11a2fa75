# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.proof]
# kind = "recipe"
# platform = "linux"
# ///
"""Ctrl-C or SIGTERM cancels main, which cleans up; a second one ends the program."""

import asyncio
import multiprocessing
import os
from signal import SIG_DFL, SIGINT, SIGTERM, raise_signal, signal


def run_until_stopped(main):
    """Run the coroutine; cancel it on Ctrl-C or SIGTERM, and return the exit code."""
    stopped = []

    async def guarded():
        loop, task = asyncio.get_running_loop(), asyncio.current_task()

        def stop(number):
            stopped.append(number)
            signal(number, SIG_DFL)  # a second one ends the program  # the point
            if stopped[1:]:  # it came before the first was looked at
                raise_signal(number)
            task.cancel()  # the point

        for number in (SIGINT, SIGTERM):
            loop.add_signal_handler(number, stop, number)  # the point
        await main

    try:
        asyncio.run(guarded())
    except asyncio.CancelledError:
        if not stopped:
            raise
    return 128 + stopped[0] if stopped else 0


async def serve(pipe, pause):
    pipe.send("begun")
    try:
        await asyncio.sleep(60)
    finally:
        await asyncio.sleep(pause)  # cleaning up may await, too
        pipe.send("cleaned up")


def program(*args):
    raise SystemExit(run_until_stopped(serve(*args)))


if __name__ == "__main__":
    for number, pause in [(SIGINT, 0.01), (SIGTERM, 0.01), (SIGINT, 60), (SIGTERM, 60)]:
        here, there = multiprocessing.Pipe()
        child = multiprocessing.Process(target=program, args=[there, pause])
        child.start()
        said = [here.recv()]
        os.kill(child.pid, number)
        said += [here.recv()] if pause < 1 else []
        while child.is_alive():
            os.kill(child.pid, number if pause > 1 else 0)  # the second one
            child.join(0.2)
        print(f"{number.name}: {said}, exit code {child.exitcode}")
        assert child.exitcode == (128 + number if pause < 1 else -number)
