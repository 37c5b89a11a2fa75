# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.proof]
# platform = "linux"
# ///
"""A child forked in a loop has no running loop, and can make its parent's loop deaf."""

import asyncio
import os
import select
import socket


def child(loop, reader):
    """What the forked child does with the loop that it has inherited."""
    try:
        asyncio.get_running_loop()
    except RuntimeError:
        print("child:  no running loop here", flush=True)
        loop.remove_reader(reader)
        os._exit(7)
    os._exit(1)


async def main():
    loop = asyncio.get_running_loop()
    reader, writer = socket.socketpair()
    heard = []
    loop.add_reader(reader, lambda: heard.append(reader.recv(100)))
    writer.send(b"one")
    while not heard:
        await asyncio.sleep(0.001)
    print("parent: the loop has heard", heard)

    pid = os.fork()
    if pid == 0:
        child(loop, reader)
    assert os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]) == 7
    writer.send(b"two")
    await asyncio.sleep(0.2)
    waiting = select.select([reader], [], [], 0)[0]
    print("parent: a message is there:", waiting == [reader])
    print("parent: the loop has heard", heard)
    assert waiting == [reader] and heard == [b"one"]
    loop.remove_reader(reader)
    reader.close()
    writer.close()


asyncio.run(main())
