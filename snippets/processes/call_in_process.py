# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.proof]
# kind = "recipe"
# ///
"""A process gives back what its function returns, or raises what that has raised."""

import multiprocessing
import os
import traceback


class Call(multiprocessing.Process):
    """Runs function(*args) in a process; result() returns or raises what that did."""

    def __init__(self, function, *args):
        super().__init__()
        self.function, self.args = function, args
        self.receiver, self.sender = multiprocessing.Pipe(duplex=False)
        self.start()
        self.sender.close()  # the point

    def run(self):
        try:
            answer = self.function(*self.args), None
        except Exception as error:
            error.add_note(traceback.format_exc())  # the point
            answer = None, error
        self.sender.send(answer)

    def result(self):
        value, error = self.receiver.recv()  # EOFError: the process died
        self.join()
        if error is not None:
            raise error
        return value


if __name__ == "__main__":
    letters = Call(str.ljust, "x", 10_000_000).result()
    print("a long text came back:", len(letters), "letters")

    calls = [Call(pow, number, 2) for number in range(4)]
    assert [call.result() for call in calls] == [0, 1, 4, 9]

    try:
        Call(int, "seven").result()
    except ValueError as error:
        print(f"ValueError: {error}", *error.__notes__, sep="\n")
        assert "in run" in error.__notes__[0]
    else:
        raise AssertionError("the error was lost")

    died = Call(os._exit, 9)
    try:
        died.result()
    except EOFError:
        died.join()
        print("died before it had a result: EOFError, exit code", died.exitcode)
    assert died.exitcode == 9
