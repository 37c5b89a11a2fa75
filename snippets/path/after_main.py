# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.proof]
# kind = "plain"
# ///
"""A program goes on after the last line of main, until its threads have ended."""

import threading

main = threading.main_thread()


def work():
    main.join()
    print("thread: here I am")
    assert not main.is_alive()


if __name__ == "__main__":
    threading.Thread(target=work).start()
    print("main: this is my last line")
