# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.proof]
# platform = "linux"
# expect = 1
# stderr = "AssertionError: a message of two writers"
# wrong = "races"
# ///
"""Without one lock for both, long messages from two writers are mixed in one pipe."""

import multiprocessing
import sys

sys.tracebacklimit = 0  # the last line of the traceback is enough
LENGTH, MESSAGES = 300_000, 20


def write(conn, letter, lock, both):
    message = letter * LENGTH
    both.wait()
    for _ in range(MESSAGES):
        with lock:
            conn.send_bytes(message)


if __name__ == "__main__":
    reader, writer = multiprocessing.Pipe(duplex=False)
    locks = [multiprocessing.Lock(), multiprocessing.Lock()]  # wrong: one for each
    both = multiprocessing.Barrier(2)
    for letter, lock in zip((b"a", b"b"), locks, strict=True):
        arguments = [writer, letter, lock, both]
        # A daemon, so that main ends it when main gives up.
        multiprocessing.Process(target=write, args=arguments, daemon=True).start()

    for number in range(1, 2 * MESSAGES + 1):
        message = reader.recv_bytes()
        letters = {letter: message.count(letter) for letter in (b"a", b"b")}
        if number <= 3 or LENGTH not in letters.values():
            print(f"message {number}: {len(message):,} bytes, {letters}")
        assert LENGTH in letters.values(), "a message of two writers"
    for child in multiprocessing.active_children():
        child.join()
    print("all", number, "messages are whole")
