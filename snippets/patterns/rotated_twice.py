"""Two processes that rotate one log file throw away records that one process keeps."""

import logging
import logging.handlers
import multiprocessing
import tempfile
from pathlib import Path

spawn = multiprocessing.get_context("spawn")


def work(path, orders):
    handler = logging.handlers.RotatingFileHandler(path, maxBytes=54, backupCount=1)
    logging.getLogger().addHandler(handler)
    orders.send("ready")
    for text in iter(orders.recv, None):
        logging.warning(text)  # nine bytes with the line end
        orders.send("written")


def kept(path, names):
    """Log ten records, by each of the processes in turn; return what is left."""
    pipes = {name: spawn.Pipe() for name in names}
    workers = [
        spawn.Process(target=work, args=(path, pipes[name][1]), name=name)
        for name in names
    ]
    for worker in workers:
        worker.start()
    assert all(here.recv() == "ready" for here, _ in pipes.values())
    for number in range(10):
        name = names[number % len(names)]
        pipes[name][0].send(f"{name} says {number}")
        assert pipes[name][0].recv() == "written"
    for here, _ in pipes.values():
        here.send(None)
    for worker in workers:
        worker.join()
    files = [Path(path + ".1"), Path(path)]
    return [line for file in files for line in file.read_text().splitlines()]


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as folder:
        alone = kept(f"{folder}/one.log", "a")
        print("one process:  ", *(line[-1] for line in alone))
        assert [line[-1] for line in alone] == list("0123456789")
        together = kept(f"{folder}/two.log", "ab")
    print("two processes:", *(line[-1] for line in together), "and no more")
    assert len(together) <= 5
