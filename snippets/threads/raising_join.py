"""A Thread whose run() keeps the exception can raise it in join()."""

import threading


class Worker(threading.Thread):
    def run(self):
        self.error = None
        try:
            super().run()
        except Exception as error:
            self.error = error

    def join(self, timeout=None):
        super().join(timeout)
        if not self.is_alive() and self.error:
            raise self.error


def fail():
    raise ValueError("no such page")


good = Worker(target=print, args=["a job without an error"])
bad = Worker(target=fail)
good.start()
bad.start()
good.join()
try:
    bad.join()
except ValueError as error:
    raised = error
print(f"join() has raised {raised!r} in {threading.current_thread().name}")
assert raised is bad.error
assert good.error is None
