"""Coroutines and a selector make an event loop: one thread waits for five answers."""

import selectors
import socket
import threading
import time
import types

COUNT, PAUSE = 5, 0.1


def serve(listener):
    """Answer nobody before all requests are there, and a pause has passed."""
    connections = [listener.accept()[0] for _ in range(COUNT)]
    requests = {connection: connection.recv(100) for connection in connections}
    seen.update(requests=len(requests), threads=threading.active_count() - 1)
    time.sleep(PAUSE)
    for connection, request in requests.items():
        with connection:
            connection.sendall(request.upper())


@types.coroutine
def readable(connection):
    yield connection  # stops here, and hands the connection to the loop


async def ask(number):
    with socket.create_connection(address) as connection:
        connection.sendall(b"hello %d" % number)
        await readable(connection)
        return connection.recv(100)


def step(coroutine):
    try:
        connection = coroutine.send(None)  # runs on, up to where it stops
    except StopIteration as end:
        answers.append(end.value)
    else:
        selector.register(connection, selectors.EVENT_READ, coroutine)


answers, seen, selector = [], {}, selectors.DefaultSelector()
listener = socket.create_server(("127.0.0.1", 0))
address = listener.getsockname()
with selector, listener:
    threading.Thread(target=serve, args=[listener], name="server").start()
    for number in range(COUNT):
        step(ask(number))
    while selector.get_map():  # the loop: wait, then go on with who is ready
        for key, _ in selector.select():
            selector.unregister(key.fileobj)
            step(key.data)

print(*sorted(answers))
assert sorted(answers) == [b"HELLO %d" % number for number in range(COUNT)]
print("at once, without the server's thread:", seen)
assert seen == {"requests": COUNT, "threads": 1}
