# /// script
# [tool.proof]
# kind = "recipe"
# ///
"""A Thread whose run() keeps the exception can raise it in join()."""

import threading
import traceback


class RaisingThread(threading.Thread):
    """A Thread whose join() raises what its target raised, each time it is called."""

    error = None

    def run(self):
        try:
            super().run()
        except BaseException as error:
            self.error = error  # the point

    def join(self, timeout=None):
        super().join(timeout)
        if self.error is not None and not self.is_alive():
            raise self.error


class NoPages(ValueError):
    def __len__(self):
        return 0  # so bool(error) is False


def fail(may_fail):
    may_fail.wait()
    raise NoPages("no such page")


if __name__ == "__main__":
    good = RaisingThread(target=print, args=["a job without an error"])
    good.start()
    good.join()
    assert good.error is None

    may_fail = threading.Event()
    bad = RaisingThread(target=fail, args=[may_fail])
    bad.start()
    bad.join(timeout=0.05)  # it runs, so there is nothing to raise yet
    assert bad.is_alive()
    may_fail.set()
    raised = []
    for _ in range(2):
        try:
            bad.join()
        except ValueError as error:
            raised.append(error)
            place = traceback.extract_tb(error.__traceback__)[-1].name
    print(f"join() has raised {raised[0]!r} in {threading.current_thread().name}")
    print("its traceback ends in the function:", place)
    assert len(raised) == 2 and place == "fail"
