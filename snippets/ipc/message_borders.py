# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.proof]
# platform = "linux"
# ///
"""A stream socket joins and cuts messages; SOCK_SEQPACKET or a length keeps them."""

import socket
import struct
import threading


def receive(connection, length):
    """Return exactly so many bytes, as a list of the pieces in which they came."""
    pieces = []
    while (missing := length - sum(map(len, pieces))) > 0:
        pieces.append(connection.recv(missing))
        assert pieces[-1], "the other side has closed the connection"
    return pieces


for kind in (socket.SOCK_STREAM, socket.SOCK_SEQPACKET):
    here, there = socket.socketpair(socket.AF_UNIX, kind)
    with here, there:
        here.sendall(b"Ann")
        here.sendall(b"Bob")
        received = there.recv(100)
    print(f"{kind.name}: one recv gives {received}")
    assert received == (b"AnnBob" if kind == socket.SOCK_STREAM else b"Ann")

here, there = socket.socketpair()
with here, there:
    message = bytes(1_000_000)
    half, begun = len(message) // 2, threading.Event()

    def send():
        here.sendall(struct.pack("!I", len(message)) + message[:half])
        begun.wait()  # as a slow network, or a busy sender, lets the other side wait
        here.sendall(message[half:])

    sender = threading.Thread(target=send, name="sender")
    sender.start()
    (length,) = struct.unpack("!I", b"".join(receive(there, 4)))
    pieces = [there.recv(length)]
    begun.set()
    pieces += receive(there, length - len(pieces[0]))
    sender.join()
print(f"a long message, {length:,} bytes, comes in {len(pieces)} pieces")
assert b"".join(pieces) == message
assert len(pieces) > 1
