"""The runs already made, on disk: one file each, written at one stroke."""

import atexit
import contextlib
import os
import shutil
import tempfile
import time
import zlib
from collections.abc import Iterator
from pathlib import Path

from proof.runs.run import Run

DAY = 24 * 3600.0  # seconds
UNUSED = 30 * DAY  # after which an entry is removed
MOST = 200 << 20  # bytes, beyond which what was not used today is removed


class Store:
    """A folder of runs, each under its key; safe to share and to delete.

    An entry's time of modification says when it was last used, to a few hours.

    Args:
        folder: Made when the first run is stored.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def get(self, key: str) -> Run | None:
        """Return a run, or None where there is none that can be read."""
        file = self._file(key)
        if run := self._read(file):
            use(file)
        return run

    def stamp(self, key: str) -> str:
        """Tell what lies under a key from anything that takes its place, or ""."""
        file = self._file(key)
        try:
            status = file.stat()
        except OSError:
            return ""
        use(file)
        return f"{status.st_ino} {status.st_size}"

    def put(self, key: str, run: Run) -> None:
        """Store a run. Whoever reads sees all of it or nothing.

        Raises:
            OSError: The folder cannot be written to, or the disk is full.
        """
        write(self._file(key), zlib.compress(run.to_json().encode(), 6))

    def runs(self) -> Iterator[Run]:
        """Every run that can be read, in no order."""
        for file in self.folder.glob("??/*.run"):
            if run := self._read(file):
                yield run

    def prune(self) -> None:
        """Remove what no build has used for long, and what there is too much of.

        Another build may be reading: what is gone is made again.
        """
        now = time.time()
        size = 0
        for used, bytes_, path in sorted(self._entries(), reverse=True):
            size += bytes_
            old = now - used
            if old > UNUSED or (size > MOST and old > DAY):
                size -= bytes_
                _remove(path)

    def _entries(self) -> Iterator[tuple[float, int, str]]:
        """When each entry was used, its bytes, and where it lies."""
        # Beside runs lie texts, labs, and what a build that was killed has left.
        for pattern in ("??/*.run", "??/.*", "labs/*", "texts/*", "texts/.*"):
            for path in self.folder.glob(pattern):
                with contextlib.suppress(OSError):
                    inside = [one for one in path.rglob("*") if one.is_file()]
                    size = sum(one.stat().st_size for one in inside or [path])
                    yield path.stat().st_mtime, size, str(path)

    def _file(self, key: str) -> Path:
        return self.folder / key[:2] / f"{key[2:]}.run"

    @staticmethod
    def _read(file: Path) -> Run | None:
        try:
            return Run.from_json(zlib.decompress(file.read_bytes()).decode())
        except (OSError, ValueError, zlib.error):
            return None  # not there, or cut short by a full disk: it is made again


def write(file: Path, data: bytes) -> None:
    """Write a file, in a folder that need not be there, at one stroke.

    Raises:
        OSError: The folder cannot be written to, or the disk is full.
    """
    file.parent.mkdir(parents=True, exist_ok=True)
    descriptor, name = tempfile.mkstemp(prefix=".", dir=file.parent)
    try:
        with os.fdopen(descriptor, "wb") as temporary:
            temporary.write(data)
        os.replace(name, file)
    except BaseException:
        with contextlib.suppress(FileNotFoundError):
            os.unlink(name)
        raise


def usable(folder: Path) -> Path:
    """Return a folder, or where it cannot be written to, one for this process alone."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryFile(dir=folder) as file:
            file.write(bytes(1 << 16))
    except OSError:
        own = tempfile.TemporaryDirectory(prefix="proof-")
        atexit.register(own.cleanup)
        return Path(own.name)
    return folder


def use(path: Path) -> None:
    """Note that an entry is in use, unless that was noted a short time ago."""
    with contextlib.suppress(OSError):  # removed meanwhile, or not to be written to
        if time.time() - path.stat().st_mtime > DAY / 4:
            os.utime(path)


def _remove(path: str) -> None:
    with contextlib.suppress(OSError):
        if os.path.isdir(path):
            shutil.rmtree(path, ignore_errors=True)
        else:
            os.unlink(path)
