# /// script
# requires-python = ">=3.15"
# dependencies = []
# ///
"""faulthandler's max_threads says of how many threads it writes the stacks."""

import faulthandler
import tempfile
import threading

end = threading.Event()
threads = [threading.Thread(target=end.wait) for _ in range(4)]
for thread in threads:
    thread.start()


def stacks(**options):
    """Return how many stacks are written, and the last line."""
    with tempfile.TemporaryFile("w+") as file:
        faulthandler.dump_traceback(file, **options)
        file.seek(0)
        lines = file.read().splitlines()
    return sum("most recent call first" in line for line in lines), lines[-1]


usual, _ = stacks()
few, last = stacks(max_threads=2)
end.set()
for thread in threads:
    thread.join()
print("as usual:     ", usual, "stacks")
print("max_threads=2:", few, "stacks, and then", last)
assert usual == 5
assert few == 2 and last == "..."
