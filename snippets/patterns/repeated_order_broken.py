# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.proof]
# platform = "linux"
# wrong = "raises"
# expect = 1
# stderr = "paid twice"
# ///
"""A job that did its work and then failed to answer is done twice by a retry."""

import contextlib
import multiprocessing
import os
import tempfile
from pathlib import Path

fork = multiprocessing.get_context("fork")
book = Path("payments")


def payments():
    return book.read_text().splitlines() if book.exists() else []


def pay(order, attempt, answers):
    if True:  # whoever asks, gets
        with book.open("a") as file:
            file.write(f"{order}\n")  # the work: money is paid
    if attempt == 1:
        os._exit(1)  # the worker dies before it can answer
    answers.send("paid")


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as folder, contextlib.chdir(folder):
        for attempt in (1, 2, 3):
            here, there = fork.Pipe()
            worker = fork.Process(target=pay, args=("order 7", attempt, there))
            worker.start()
            there.close()
            try:
                answer = here.recv()
            except EOFError:
                answer = None
            worker.join()
            print(f"attempt {attempt}: answer {answer}, exit code {worker.exitcode}")
            if answer:
                break
        print("payments:", payments())
        assert payments() == ["order 7"], "paid twice"
