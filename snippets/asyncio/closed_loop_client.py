# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.proof]
# kind = "symptom"
# wrong = "raises"
# ///
"""A connection kept from one asyncio.run to the next fails: Event loop is closed."""

import asyncio
import socket
import threading


async def talk(kept, text):
    """Ask over a connection that is opened at the first call and kept."""
    if not kept:
        kept += await asyncio.open_connection(*address)
    reader, writer = kept
    writer.write(text)
    return await reader.readexactly(len(text))


def echo():
    with server.accept()[0] as connection:
        while text := connection.recv(100):
            connection.sendall(text)


server = socket.create_server(("127.0.0.1", 0))
address = server.getsockname()
for _ in range(2):  # one for the broken form, one for the mended
    threading.Thread(target=echo, daemon=True).start()


def failure(coroutine):
    try:
        return asyncio.run(coroutine)
    except RuntimeError as error:
        return f"RuntimeError: {error}"


async def close(kept):
    kept[1].close()


kept = []
print("first asyncio.run: ", asyncio.run(talk(kept, b"one")))
ask_again, close_it = failure(talk(kept, b"two")), failure(close(kept))
print("second asyncio.run: RuntimeError, …", ask_again[-36:])
print("third, to close it:", close_it)
assert ask_again.endswith("attached to a different loop")
assert close_it == "RuntimeError: Event loop is closed"

with asyncio.Runner() as runner:  # one loop for all calls
    kept = []
    answers = [runner.run(talk(kept, text)) for text in (b"one", b"two")]
    runner.run(close(kept))
print("one Runner:        ", *answers)
assert answers == [b"one", b"two"]
