# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.proof]
# platform = "linux"
# wrong = "races"
# ///
"""Of two readers without a lock, one takes bytes of a message that the other reads."""

import contextlib
import multiprocessing

LENGTH = 20_000


def read(conn, report):
    """Read until a message comes that nobody has sent."""
    while len(message := conn.recv_bytes()) == LENGTH:
        pass
    report.send(len(message))


if __name__ == "__main__":
    reader, writer = multiprocessing.Pipe(duplex=False)
    results, report = multiprocessing.Pipe(duplex=False)
    children = [
        multiprocessing.Process(target=read, args=[reader, report]) for _ in range(2)
    ]
    for child in children:
        child.start()
    reader.close()
    sent = 0
    with contextlib.suppress(BrokenPipeError):  # if both readers have ended
        while not results.poll():
            writer.send_bytes(bytes(LENGTH))  # zeros
            sent += 1
    length = results.recv()
    for child in children:
        child.kill()
        child.join()
    print(f"main has sent {sent} messages, each of {LENGTH:,} zeros")
    print(f"a reader has received a message of {length:,} bytes")
    assert length == 0  # four zeros out of a message, taken for a length
