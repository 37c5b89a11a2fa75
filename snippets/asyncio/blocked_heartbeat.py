"""While a coroutine makes a blocking call, no other coroutine has a turn."""

import asyncio
import socket
import subprocess
import threading
import time

PAUSE = 0.1
beats = 0


async def heartbeat():
    global beats
    while True:
        beats += 1
        await asyncio.sleep(0.005)


def compute():
    began = time.thread_time()
    while time.thread_time() - began < PAUSE:
        pass


def receive():
    here, there = socket.socketpair()
    with here, there:
        threading.Timer(PAUSE, there.sendall, [b"news"]).start()
        here.recv(100)


CALLS = {
    "time.sleep(0.1)": lambda: time.sleep(PAUSE),
    "computing for 0.1 s": compute,
    "recv(), 0.1 s": receive,
    'run(["sleep", "0.1"])': lambda: subprocess.run(["sleep", "0.1"]),
}


async def main():
    heart = asyncio.create_task(heartbeat(), name="heart")
    await asyncio.sleep(0.03)
    for name, call in {**CALLS, "await asyncio.sleep(0.1)": None}.items():
        before = beats
        call() if call else await asyncio.sleep(PAUSE)  # the point
        during = beats - before
        print(f"{name:24} beats meanwhile: {during}")
        assert during == 0 if call else during > 0
        await asyncio.sleep(0.03)
    heart.cancel()


asyncio.run(main())
