"""With non-blocking calls one thread waits for five answers, and looks in vain."""

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


answers, seen, useless = {}, {}, 0
with socket.create_server(("127.0.0.1", 0)) as listener:
    address = listener.getsockname()
    server = threading.Thread(target=serve, args=[listener], name="server")
    server.start()
    began = time.thread_time()
    connections = [ask(number) for number in range(COUNT)]
    while len(answers) < COUNT:
        for number, connection in enumerate(connections):
            if number not in answers:
                try:
                    answers[number] = connection.recv(100)  # does not wait
                except BlockingIOError:
                    useless += 1
    cpu = time.thread_time() - began
    for connection in connections:
        connection.close()
    server.join()

print(*[answers[number] for number in range(COUNT)])
assert answers == {number: b"HELLO %d" % number for number in range(COUNT)}
print("at once, without the server's thread:", seen)
assert seen == {"requests": COUNT, "threads": 1}
print(f"looks that found nothing: {useless}, CPU time: {cpu:.4f} s")
assert useless > 100
