"""A selector waits for five connections at once and wakes only if one has an answer."""

import selectors
import socket
import threading
import time

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


def ask(number):
    connection = socket.create_connection(address)
    connection.sendall(b"hello %d" % number)
    connection.setblocking(False)
    return connection


answers, seen, wake_ups = {}, {}, 0
with (
    socket.create_server(("127.0.0.1", 0)) as listener,
    selectors.DefaultSelector() as selector,
):
    address = listener.getsockname()
    server = threading.Thread(target=serve, args=[listener], name="server")
    server.start()
    began = time.thread_time()
    for number in range(COUNT):
        selector.register(ask(number), selectors.EVENT_READ, number)
    while selector.get_map():
        ready = selector.select()  # waits here, for all of them
        wake_ups += 1
        for key, _ in ready:
            answers[key.data] = key.fileobj.recv(100)  # no BlockingIOError
            selector.unregister(key.fileobj)
            key.fileobj.close()
    cpu = time.thread_time() - began
    server.join()

print(*[answers[number] for number in range(COUNT)])
assert answers == {number: b"HELLO %d" % number for number in range(COUNT)}
print("at once, without the server's thread:", seen)
assert seen == {"requests": COUNT, "threads": 1}
print(f"times that select() returned: {wake_ups}, CPU time: {cpu:.4f} s")
assert wake_ups <= COUNT
assert cpu < PAUSE / 2
