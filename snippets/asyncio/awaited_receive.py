"""An await stops its coroutine, not the thread: another coroutine sends the data."""

import asyncio
import socket
import threading

steps, threads = [], set()


def note(step):
    steps.append(step)
    threads.add(threading.current_thread())
    print(step)


async def reader(here):
    note("reader: asks, and stops")
    data = await asyncio.get_running_loop().sock_recv(here, 100)
    note(f"reader: has {data}")


async def sender(there):
    note("sender: sends, in the same thread")
    await asyncio.get_running_loop().sock_sendall(there, b"news")


async def main():
    here, there = socket.socketpair()
    with here, there:
        here.setblocking(False)
        there.setblocking(False)
        await asyncio.gather(reader(here), sender(there))


asyncio.run(main())
assert [step[:6] for step in steps] == ["reader", "sender", "reader"]
assert threads == {threading.main_thread()}
