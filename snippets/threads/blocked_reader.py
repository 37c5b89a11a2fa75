"""A thread that waits for data sees no flag; shutting its socket down wakes it."""

import socket
import threading


def read():
    in_read.set()
    while data := here.recv(100):
        print("reader: received", data)
        if stop.is_set():
            print("reader: now I see the flag")
            return
    print("reader: received", data, "so there will be no more")
    received_end.append(data)


here, there = socket.socketpair()
stop, in_read, received_end = threading.Event(), threading.Event(), []
reader = threading.Thread(target=read, name="reader")
reader.start()
in_read.wait()

stop.set()
reader.join(timeout=0.2)
print("main:   the flag is set, the reader is alive:", reader.is_alive())
assert reader.is_alive()

here.shutdown(socket.SHUT_RDWR)
reader.join()
print("main:   the socket is shut down, the reader is alive:", reader.is_alive())
assert received_end == [b""]
here.close()
there.close()
