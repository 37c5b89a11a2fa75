"""The loop's getaddrinfo asks in a thread of a pool, socket's in the loop's own."""

import asyncio
import socket
import threading


def ask(*args):
    askers.append(threading.current_thread().name)
    return original(*args)


askers = []
original, socket.getaddrinfo = socket.getaddrinfo, ask


async def main():
    socket.getaddrinfo("localhost", 80)
    await asyncio.get_running_loop().getaddrinfo("localhost", 80)


asyncio.run(main())
print("socket.getaddrinfo()      asks in", askers[0])
print("await loop.getaddrinfo()  asks in", askers[1])
assert askers[0] == threading.main_thread().name
assert askers[1] != askers[0]
