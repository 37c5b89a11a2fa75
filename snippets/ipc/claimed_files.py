"""Each file of a mailbox is taken by one process: whoever has renamed it."""

import contextlib
import multiprocessing
import os
import tempfile
from pathlib import Path

LETTERS = 30


def deliver(number):
    """Write outside the mailbox, then move the finished letter in."""
    draft = Path("drafts", f"{number:02}")
    draft.write_text(f"letter {number}")
    os.replace(draft, Path("mailbox", draft.name))


def take(name, letters, begin, results):
    taken, too_late = [], 0
    for letter in letters:
        mine = Path(name, letter.name)
        begin.wait()  # all of them want this letter now
        try:
            os.rename(letter, mine)
        except FileNotFoundError:
            too_late += 1
        else:
            taken.append(mine.read_text())
    results.put((name, taken, too_late))


if __name__ == "__main__":
    names, everything = ["Ann", "Bob", "Cy"], []
    context = multiprocessing.get_context("fork")
    begin, results = context.Barrier(len(names)), context.SimpleQueue()
    with tempfile.TemporaryDirectory() as folder, contextlib.chdir(folder):
        for name in ["drafts", "mailbox", *names]:
            os.mkdir(name)
        for number in range(LETTERS):
            deliver(number)

        letters = sorted(Path("mailbox").iterdir())
        children = []
        for name in names:
            child = context.Process(target=take, args=[name, letters, begin, results])
            child.start()
            children.append(child)
        for _ in names:
            name, taken, too_late = results.get()
            print(f"{name:4}took {len(taken):2} letters, came too late for {too_late}")
            assert len(taken) + too_late == LETTERS
            everything += taken
        for child in children:
            child.join()
        kept = sum(len(os.listdir(name)) for name in names)
        left = os.listdir("mailbox")
    assert sorted(everything) == sorted(f"letter {n}" for n in range(LETTERS))
    print("in their folders lie", kept, "letters, in the mailbox", left)
    assert kept == LETTERS and left == []
