# /// script
# [tool.proof]
# kind = "recipe"
# limit = 30
# ///
"""Large data go through a Pipe as they are, unpickled, and into one buffer there."""

import array
import multiprocessing


class Parcel:
    """Sends whatever holds plain bytes through a Connection, and nothing is pickled.

    Both sides have to use it; `receive` returns a bytearray, and raises EOFError
    or an OSError when the other side is gone, as in the middle of a message.
    """

    @staticmethod
    def send(conn, data):
        view = memoryview(data).cast("B")
        conn.send_bytes(str(view.nbytes).encode())
        conn.send_bytes(view)  # the point

    @staticmethod
    def receive(conn):
        buffer = bytearray(int(conn.recv_bytes()))
        conn.recv_bytes_into(buffer)
        return buffer


def add_up(conn):
    numbers = memoryview(Parcel.receive(conn)).cast("q")
    Parcel.send(conn, array.array("q", [sum(numbers)]))


if __name__ == "__main__":
    block = memoryview(array.array("q", range(500_000)))  # pickle refuses a view
    for method in multiprocessing.get_all_start_methods():
        context = multiprocessing.get_context(method)
        here, there = context.Pipe()
        child = context.Process(target=add_up, args=[there])
        child.start()
        there.close()
        Parcel.send(here, block)
        (total,) = array.array("q", Parcel.receive(here))
        child.join()
        print(f"{method:10} {block.nbytes} bytes, sum {total}")
        assert total == sum(range(500_000))
        try:
            Parcel.receive(here)
        except EOFError:
            print(f"{'':10} the child has ended: EOFError")
        else:
            raise AssertionError("who has sent this?")
