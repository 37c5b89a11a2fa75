# /// script
# [tool.proof]
# kind = "symptom"
# ///
"""SQLite serves one writer at a time, and a connection belongs to its thread."""

import sqlite3
import tempfile
import threading
import traceback
from pathlib import Path


def main(file: Path) -> None:
    first = sqlite3.connect(file)
    second = sqlite3.connect(file, timeout=0)
    first.execute("CREATE TABLE account (total INTEGER)")
    first.commit()
    first.execute("BEGIN IMMEDIATE")
    lines = [said(second.execute, "BEGIN IMMEDIATE")]
    other = threading.Thread(
        target=lambda: lines.append(said(first.execute, "SELECT 1"))
    )
    other.start()
    other.join()
    first.rollback()
    rows = second.execute("SELECT * FROM account")
    first.close()
    lines += [said(first.execute, "SELECT 1")]
    second.close()
    print(*lines, sep="\n")
    assert len(lines) == 3 and rows


def said(call, *args) -> str:
    """Return the last line of the traceback that people paste."""
    try:
        return f"it returned {call(*args)}"
    except sqlite3.Error as error:
        return "".join(traceback.format_exception_only(error)).strip()


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as folder:
        main(Path(folder, "accounts.db"))
