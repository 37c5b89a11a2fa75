"""Records of several processes may arrive late; their time of creation sorts them."""

import logging
import logging.handlers
import multiprocessing

spawn = multiprocessing.get_context("spawn")


def work(queue, orders):
    """Log what main says, and hand it over when main says so."""
    sender = logging.handlers.QueueHandler(queue)
    slow = logging.handlers.MemoryHandler(100, target=sender)
    logging.getLogger().addHandler(slow)
    for order in iter(orders.recv, None):
        if order == "hand over":
            slow.flush()
        else:
            logging.warning(order)
        orders.send("done")


def say(name, order):
    pipes[name][0].send(order)
    assert pipes[name][0].recv() == "done"


if __name__ == "__main__":
    queue = spawn.Queue()
    pipes = {name: spawn.Pipe() for name in ("cook", "waiter")}
    children = [
        spawn.Process(target=work, args=(queue, there), name=name)
        for name, (_, there) in pipes.items()
    ]
    for child in children:
        child.start()

    records = []
    say("cook", "the soup is ready")
    say("waiter", "the soup is served")
    for name in ("waiter", "cook"):  # the cook logged first, and hands over last
        say(name, "hand over")
        records.append(queue.get())
    for name, child in zip(pipes, children, strict=True):
        pipes[name][0].send(None)
        child.join()

    print("as they arrived:", [record.getMessage() for record in records])
    assert [record.processName for record in records] == ["waiter", "cook"]
    records.sort(key=lambda record: record.created)
    print("by their time:  ", [record.getMessage() for record in records])
    assert [record.processName for record in records] == ["cook", "waiter"]
