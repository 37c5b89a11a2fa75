"""Texts that are drawn once and kept in the store's folder, one file each."""

import contextlib
import zlib

from proof.runs.store import Store, use, write


class Texts:
    """Texts by the digest of all that they are made from.

    Args:
        store: Has them in a folder of its own, and prunes it.
    """

    def __init__(self, store: Store) -> None:
        self.folder = store.folder / "texts"

    def get(self, key: str) -> str:
        """Return a text; nothing where there is none that can be read."""
        file = self.folder / key
        try:
            text = zlib.decompress(file.read_bytes()).decode()
        except (OSError, ValueError, zlib.error):
            return ""  # not there, or damaged: it is made again
        use(file)
        # What lies under a key need not be what was put there.
        return text.removeprefix(key) if text.startswith(key) else ""

    def put(self, key: str, text: str) -> str:
        """Keep a text, where that is possible, and return it."""
        with contextlib.suppress(OSError):  # the store tells of it when it keeps a run
            write(self.folder / key, zlib.compress(f"{key}{text}".encode()))
        return text
