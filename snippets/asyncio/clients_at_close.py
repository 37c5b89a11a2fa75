# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.proof]
# pythons = ["3.11", "3.12", "3.13"]
# ///
"""Since 3.12.1 wait_closed() waits for clients, and returns once they are closed."""

import asyncio
import sys


async def serve(reader, writer):
    writers.append(writer)
    connected.set()
    await reader.read()  # to the end, which comes from the client
    writer.close()


async def main():
    server = await asyncio.start_server(serve, "127.0.0.1", 0)
    _, client = await asyncio.open_connection(*server.sockets[0].getsockname())
    await connected.wait()
    server.close()
    closed = asyncio.create_task(server.wait_closed())
    await asyncio.wait([closed], timeout=0.2)
    waits = not closed.done()
    print("wait_closed waits for the client:", waits)
    assert waits == (sys.version_info >= (3, 12, 1))
    if sys.version_info >= (3, 13):
        server.close_clients()
    else:
        for writer in writers:
            writer.close()
    await closed
    print("its clients are closed: wait_closed has returned")
    client.close()
    ended = asyncio.all_tasks() - {asyncio.current_task()}
    await asyncio.gather(*ended, return_exceptions=True)


connected, writers = asyncio.Event(), []
asyncio.run(main())
