"""The runs already made, on disk: one file each, written at one stroke."""

import contextlib
import os
import tempfile
import zlib
from collections.abc import Iterator
from pathlib import Path

from proof.runs.run import Run


class Store:
    """A folder of runs, each under its key; safe to share and to delete.

    Args:
        folder: Made when the first run is stored.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def get(self, key: str) -> Run | None:
        """Return a run, or None where there is none that can be read."""
        return self._read(self._file(key))

    def put(self, key: str, run: Run) -> None:
        """Store a run. Whoever reads sees all of it or nothing."""
        file = self._file(key)
        file.parent.mkdir(parents=True, exist_ok=True)
        data = zlib.compress(run.to_json().encode(), 6)
        descriptor, name = tempfile.mkstemp(prefix=".", dir=file.parent)
        try:
            with os.fdopen(descriptor, "wb") as temporary:
                temporary.write(data)
            os.replace(name, file)
        except BaseException:
            with contextlib.suppress(FileNotFoundError):
                os.unlink(name)
            raise

    def runs(self) -> Iterator[Run]:
        """Every run that can be read, in no order."""
        for file in self.folder.glob("??/*.run"):
            if run := self._read(file):
                yield run

    def _file(self, key: str) -> Path:
        return self.folder / key[:2] / f"{key[2:]}.run"

    @staticmethod
    def _read(file: Path) -> Run | None:
        try:
            return Run.from_json(zlib.decompress(file.read_bytes()).decode())
        except FileNotFoundError:
            return None
        except (OSError, ValueError, zlib.error):
            return None  # cut short by a full disk, say: it is made again
