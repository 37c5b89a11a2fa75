# /// script
# [tool.proof]
# kind = "recipe"
# limit = 20
# ///
"""A question with a time limit gets its own answer, or TimeoutError, or EOFError."""

import multiprocessing
import os
import time


def ask(conn, question, seconds):
    """Send a question through a Connection and return its answer.

    Raises TimeoutError after so many seconds, EOFError if the other side is gone. That
    side receives (key, question) and sends (key, answer).
    """
    key, end = os.urandom(8), time.monotonic() + seconds
    try:
        conn.send((key, question))
        while conn.poll(max(0, end - time.monotonic())):
            answered, answer = conn.recv()
            if answered == key:  # the point
                return answer
    except OSError as error:  # also in the middle of an answer
        raise EOFError("the other side is gone") from error
    raise TimeoutError(f"no answer to {question!r} in {seconds} s")


def answer(conn, go_on):
    while True:
        key, question = conn.recv()
        if question == "slow":
            go_on.wait()
        elif question == "die":  # the length of an answer, and only a part of it
            os.write(conn.fileno(), (1000).to_bytes(4) + b"part")
            os._exit(1)
        conn.send((key, question.upper()))


def attempt(conn, question, seconds):
    try:
        return ask(conn, question, seconds)
    except (TimeoutError, EOFError) as error:
        return type(error).__name__


if __name__ == "__main__":
    here, there = multiprocessing.Pipe()
    go_on = multiprocessing.Event()
    child = multiprocessing.Process(target=answer, args=[there, go_on])
    child.start()
    there.close()  # so that the child's end can be noticed
    said = [attempt(here, "first", 60), attempt(here, "slow", 0.1)]
    go_on.set()  # the late answer comes now, before that to the next question
    said += [attempt(here, "next", 60), attempt(here, "die", 60)]
    child.join()
    said.append(attempt(here, "hello?", 60))
    print(*said, sep="\n")
    assert said == ["FIRST", "TimeoutError", "NEXT", "EOFError", "EOFError"]
