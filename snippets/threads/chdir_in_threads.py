# /// script
# [tool.proof]
# kind = "symptom"
# ///
"""os.chdir in one thread moves all of them; a whole path does not depend on it."""

import os
import tempfile
import threading
from pathlib import Path


def first():
    os.chdir(folders[0])
    here.wait()  # the other one calls os.chdir now
    moved.wait()
    try:
        print(Path("order.txt").read_text())
    except FileNotFoundError as error:
        print(f"FileNotFoundError: {error}")
        print("because os.getcwd() has become", os.path.basename(os.getcwd()))
        errors.append(error)
    print("by its whole path:", (folders[0] / "order.txt").read_text())  # mended


def second():
    here.wait()
    os.chdir(folders[1])
    moved.wait()


if __name__ == "__main__":
    home, errors = os.getcwd(), []
    here, moved = threading.Barrier(2), threading.Barrier(2)
    with tempfile.TemporaryDirectory() as place:
        folders = [Path(place, name) for name in ("first", "second")]
        for folder in folders:
            folder.mkdir()
        (folders[0] / "order.txt").write_text("two teas")
        threads = [threading.Thread(target=target) for target in (first, second)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        os.chdir(home)
    assert [error.filename for error in errors] == ["order.txt"]
