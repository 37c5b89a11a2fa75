"""Blocking calls in one thread wait one after another, and use hardly any CPU time."""

import select
import socket
import threading
import time

COUNT, PAUSE = 5, 0.1


def serve(listener):
    """Answer one request after the other, each after a pause."""
    for _ in range(COUNT):
        connection, _ = listener.accept()
        with connection:
            request = connection.recv(100)
            time.sleep(PAUSE)
            others, _, _ = select.select([listener], [], [], 0)
            assert not others  # nobody else has connected meanwhile
            connection.sendall(request.upper())


def ask(number):
    with socket.create_connection(address) as connection:
        connection.sendall(b"hello %d" % number)
        return connection.recv(100)  # waits here


with socket.create_server(("127.0.0.1", 0)) as listener:
    address = listener.getsockname()
    server = threading.Thread(target=serve, args=[listener], name="server")
    server.start()
    began, cpu_began = time.monotonic(), time.thread_time()
    answers = [ask(number) for number in range(COUNT)]
    elapsed, cpu = time.monotonic() - began, time.thread_time() - cpu_began
    server.join()

print(*answers)
assert answers == [b"HELLO %d" % number for number in range(COUNT)]
print(f"{COUNT} pauses of {PAUSE} s, one after another: {elapsed:.2f} s")
assert elapsed > 0.99 * COUNT * PAUSE
print(f"CPU time of the client meanwhile:   {cpu:.4f} s")
assert cpu < elapsed / 5
