"""connection.wait gives the pipes that have a message or their end, in any order."""

import multiprocessing
from multiprocessing.connection import wait


def work(conn, name, before):
    """Send a result when told to, and end."""
    before.recv()
    conn.send(f"the result of {name}")


if __name__ == "__main__":
    context = multiprocessing.get_context("spawn")  # children inherit no ends
    pipes, starts, children = {}, {}, []
    for name in ("Ann", "Bob", "Cy"):
        here, there = context.Pipe(duplex=False)
        go, starts[name] = context.Pipe(duplex=False)
        child = context.Process(target=work, args=[there, name, go], name=name)
        child.start()
        there.close()  # so that the child has the only copy
        pipes[here] = name
        children.append(child)

    order, messages = ["Cy", "Ann", "Bob"], []
    starts[order[0]].send("go")
    while pipes:
        for here in wait(pipes):
            name = pipes[here]
            try:
                messages.append(here.recv())
                print("main:", messages[-1])
            except EOFError:
                print("main:", name, "has ended")
                del pipes[here]
                if pipes:
                    starts[order[order.index(name) + 1]].send("go")
    for child in children:
        child.join()
    assert messages == [f"the result of {name}" for name in order]
