# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.proof]
# platform = "linux"
# ///
"""Two loops listen on the same port, and each client is served by one."""

import asyncio
import collections
import socket
import threading

CLIENTS = 20
served = collections.Counter()
listening = threading.Barrier(3)
first = socket.create_server(("127.0.0.1", 0), reuse_port=True)
address = first.getsockname()
second = socket.create_server(address, reuse_port=True)


async def answer(reader, writer):
    name = threading.current_thread().name
    writer.write(name.encode())
    await writer.drain()
    writer.close()


async def serve(listener, ready):
    stop = asyncio.Event()
    ready[listener] = asyncio.get_running_loop(), stop
    async with await asyncio.start_server(answer, sock=listener):
        listening.wait()
        await stop.wait()


ready = {}
threads = [
    threading.Thread(target=asyncio.run, args=[serve(listener, ready)], name=name)
    for name, listener in (("loop A", first), ("loop B", second))
]
for thread in threads:
    thread.start()
listening.wait()
for _ in range(CLIENTS):
    with socket.create_connection(address) as client:
        served[client.makefile().read()] += 1
for loop, stop in ready.values():
    loop.call_soon_threadsafe(stop.set)
for thread in threads:
    thread.join()
print(f"{CLIENTS} clients were served by", dict(sorted(served.items())))
assert set(served) <= {"loop A", "loop B"} and served.total() == CLIENTS
