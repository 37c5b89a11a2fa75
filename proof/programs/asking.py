"""Ask an interpreter something, and remember what it said."""

import contextlib
import json
import os
import signal
import subprocess
import threading
from pathlib import Path
from typing import BinaryIO

DEADLINE = 20.0  # seconds that an answer may take
LONGEST = 8 << 20  # bytes of an answer
GARBAGE = "it answers with something else than it is asked"


def ask(executable: str, code: str) -> object:
    """Have an interpreter run some lines, with nothing of the user's on its path.

    Args:
        executable: Where it lies.
        code: What prints one line of JSON, as its last.

    Returns:
        What that line says.

    Raises:
        ValueError: It cannot be started, or answers too late or with something else.
    """
    try:
        process = subprocess.Popen(
            [executable, "-I", "-c", code],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            bufsize=0,
            start_new_session=True,
        )
    except OSError as error:
        raise ValueError(f"it cannot be started: {error.strerror}") from None
    with process:
        try:
            answer = _read(process.stdout)
        finally:
            # A wrapper's child may hold the pipe: what did not end is ended with it.
            if hasattr(os, "killpg"):
                with contextlib.suppress(ProcessLookupError, PermissionError):
                    os.killpg(process.pid, signal.SIGKILL)
            process.kill()
    try:
        return json.loads(answer.splitlines()[-1])
    except (IndexError, ValueError, RecursionError):
        raise ValueError(GARBAGE) from None


def _read(pipe: BinaryIO) -> bytes:
    """Read a pipe to its end in a thread: Windows can wait for no pipe in time."""
    read: list[bytes] = []

    def take() -> None:
        data = b""
        with contextlib.suppress(ValueError, OSError):  # it was given up, and closed
            while len(data) <= LONGEST and (more := pipe.read(65536)):
                data += more
        read.append(data)

    reader = threading.Thread(target=take, daemon=True)
    reader.start()
    reader.join(DEADLINE)
    if not read:
        raise ValueError(f"it does not answer within {DEADLINE:g} s")
    if len(read[0]) > LONGEST:
        raise ValueError("it answers without end")
    return read[0]


def remember_in(folder: Path) -> None:
    """Keep what interpreters say, so that a build need not ask again.

    Args:
        folder: Holds the file, which may be deleted at any time.
    """
    global _memory
    _memory = folder / "interpreters.json"


_memory: Path | None = None


def recall(about: str) -> dict:
    """What was kept under a name; whoever reads it checks what is in it."""
    kept = _kept().get(about)
    return kept if isinstance(kept, dict) else {}


def keep(about: str, told: dict) -> None:
    """Keep something under a name; where that is not possible, it is asked again."""
    if not _memory or recall(about) == told:
        return
    text = json.dumps(_kept() | {about: told}, indent=1)
    temporary = _memory.with_suffix(f".{os.getpid()}")
    try:
        _memory.parent.mkdir(parents=True, exist_ok=True)
        temporary.write_text(text, "utf-8")
        os.replace(temporary, _memory)
    except OSError:  # the store tells of it, when it cannot keep a run either
        with contextlib.suppress(OSError):
            temporary.unlink()


def _kept() -> dict:
    try:
        kept = json.loads(_memory.read_text("utf-8")) if _memory else {}
    except (OSError, ValueError, RecursionError):
        return {}
    return kept if isinstance(kept, dict) else {}
