"""With a thread for each connection, five blocking calls wait at the same time."""

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
    with socket.create_connection(address) as connection:
        connection.sendall(b"hello %d" % number)
        answers[number] = connection.recv(100)  # this thread waits here


answers, seen = {}, {}
with socket.create_server(("127.0.0.1", 0)) as listener:
    address = listener.getsockname()
    server = threading.Thread(target=serve, args=[listener], name="server")
    server.start()
    clients = [
        threading.Thread(target=ask, args=[number], name=f"client{number}")
        for number in range(COUNT)
    ]
    for client in clients:
        client.start()
    for client in [*clients, server]:
        client.join()

print(*[answers[number] for number in range(COUNT)])
assert answers == {number: b"HELLO %d" % number for number in range(COUNT)}
print("at once, without the server's thread:", seen)
assert seen == {"requests": COUNT, "threads": COUNT + 1}  # one for each, and main
