"""Five coroutines wait for five connections at once, in one thread."""

import asyncio
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


async def ask(number):
    reader, writer = await asyncio.open_connection(*address)
    writer.write(b"hello %d" % number)
    answer = await reader.read(100)  # this coroutine waits here
    writer.close()
    await writer.wait_closed()
    return answer


async def main():
    return await asyncio.gather(*(ask(number) for number in range(COUNT)))


seen = {}
with socket.create_server(("127.0.0.1", 0)) as listener:
    address = listener.getsockname()
    server = threading.Thread(target=serve, args=[listener], name="server")
    server.start()
    began = time.thread_time()
    answers = asyncio.run(main())
    cpu = time.thread_time() - began
    server.join()

print(*answers)
assert answers == [b"HELLO %d" % number for number in range(COUNT)]
print("at once, without the server's thread:", seen)
print(f"CPU time: {cpu:.4f} s")
assert seen == {"requests": COUNT, "threads": 1}
assert cpu < PAUSE / 2
