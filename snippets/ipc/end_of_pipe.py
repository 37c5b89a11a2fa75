# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.proof]
# args = [["fork"], ["spawn"], ["forkserver"]]
# ///
"""The end of a pipe comes only when every copy of its writing end is closed."""

import multiprocessing
import sys


def write(conn):
    conn.send("the only message")


def read(conn, report):
    """Say what there is to read once main has closed its writing end."""
    report.send("ready")
    report.recv()
    if not conn.poll(timeout=0.2):
        return report.send("neither a message nor the end")
    try:
        conn.recv()
    except EOFError:
        report.send("the end: EOFError")


if __name__ == "__main__":
    context = multiprocessing.get_context(sys.argv[1])
    reader, writer = context.Pipe(duplex=False)
    child = context.Process(target=write, args=[writer])
    child.start()
    print("main reads:", reader.recv())
    child.join()
    print("the child has ended; main can read:", ready := reader.poll(timeout=0.2))
    assert not ready  # main's own copy is still open
    writer.close()
    try:
        reader.recv()
    except EOFError:
        print("main has closed its own copy: EOFError")
    else:
        raise AssertionError("no end")

    reader, writer = context.Pipe(duplex=False)
    here, there = context.Pipe()
    child = context.Process(target=read, args=[reader, there])
    child.start()
    assert here.recv() == "ready"
    writer.close()
    here.send("main has closed its copy")
    print("the other way round, the child finds", found := here.recv())
    child.join()
    inherited = context.get_start_method() == "fork"
    assert found.startswith("neither" if inherited else "the end")
