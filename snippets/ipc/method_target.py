# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.proof]
# kind = "symptom"
# platform = "linux"
# ///
"""A bound method as target sends its whole object, even what the method never uses."""

import multiprocessing
import select
import traceback


class Server:
    def __init__(self):
        self.poller = select.epoll()  # work does not need it

    def work(self):
        print("the method has run")


class Mended(Server):
    def __getstate__(self):
        return {name: one for name, one in vars(self).items() if name != "poller"}


if __name__ == "__main__":
    spawn = multiprocessing.get_context("spawn")
    try:
        spawn.Process(target=Server().work).start()
    except TypeError as error:
        said = "".join(traceback.format_exception_only(error))
    print(said, end="")
    child = spawn.Process(target=Mended().work)
    child.start()
    child.join()
    assert said.startswith("TypeError: cannot pickle 'select.epoll' object")
    assert child.exitcode == 0
