# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.proof]
# expect = 1
# stderr = "AssertionError: 2 connections"
# wrong = "races"
# ///
"""Two tasks find no connection, await one each, and open two."""

import asyncio

door = asyncio.Lock()
opened, connection = [], None


async def connect():
    name = f"connection {len(opened) + 1}"
    opened.append(name)
    await asyncio.sleep(0.05)
    return name


async def the_connection():
    global connection
    async with asyncio.Lock():  # wrong: a lock of its own for each caller
        if connection is None:
            connection = await connect()
        return connection


async def client(name):
    print(name, "uses", await the_connection())


async def main():
    await asyncio.gather(client("Ann"), client("Bob"))
    assert len(opened) == 1, f"{len(opened)} connections"


asyncio.run(main())
