"""The two folders of a run: one that it begins in, one for what is temporary.

Imported by the supervisors, so by the standard library's light modules alone.
"""

import contextlib
import os

from proof.supervise.containment import LINUX

# Names are short, for a socket's path has 107 bytes at most, see unix(7).
WORK, TEMPORARY = "w", "t"
INSIDE = os.O_RDONLY | os.O_DIRECTORY | os.O_NOFOLLOW | os.O_CLOEXEC


def make(folder: str) -> str:
    """Make the folders of one run below another; return where the run begins."""
    above = os.path.join(os.path.realpath(folder), os.urandom(4).hex())
    os.mkdir(above, 0o700)
    for name in (WORK, TEMPORARY):
        os.mkdir(os.path.join(above, name))
    return os.path.join(above, WORK)


def above(work: str) -> str:
    """The folder that holds both, and all that a run writes on disk."""
    return os.path.dirname(work)


def remove(folder: str | os.PathLike) -> None:
    """Remove a folder and all that is in it, as far as this user may.

    What lies deep is moved up first, so no path becomes too long and nothing recurses.
    Folders that forbid writing are made to allow it. Every step names an entry of a
    folder that is held open, so nobody who exchanges one for a link meanwhile leads it
    elsewhere.

    Args:
        folder: One that may be gone already.
    """
    with contextlib.suppress(OSError):
        empty(folder)
    # Without a descriptor nothing is emptied; no run has begun in there then.
    for name in (WORK, TEMPORARY, ""):
        with contextlib.suppress(OSError):
            os.rmdir(os.path.join(folder, name))


def empty(folder: str | os.PathLike) -> None:
    """Remove all that is in a folder, as `remove` does, and keep it.

    Raises:
        OSError: There is no such folder.
    """
    top = os.open(folder, INSIDE)
    try:
        while _pass(top):
            pass
    finally:
        os.close(top)


def _pass(top: int) -> bool:
    """Remove what can be removed; return whether something was moved up for another."""
    moved = False
    for entry in _entries(top):
        with contextlib.suppress(OSError):
            if not entry.is_dir(follow_symlinks=False):
                os.unlink(entry.name, dir_fd=top)
                continue
            one = _open(entry.name, top)
            try:
                for inner in _entries(one):
                    if inner.is_dir(follow_symlinks=False):
                        os.close(_open(inner.name, one))
                        # A name that no program can have taken.
                        up = f".{os.urandom(12).hex()}"
                        os.rename(inner.name, up, src_dir_fd=one, dst_dir_fd=top)
                        moved = True
                    else:
                        os.unlink(inner.name, dir_fd=one)
            finally:
                os.close(one)
            os.rmdir(entry.name, dir_fd=top)
    return moved


def _open(name: str, within: int) -> int:
    """Open a folder that lies in another, and make it one that can be emptied."""
    try:
        found = os.open(name, INSIDE, dir_fd=within)
        if os.fstat(found).st_mode & 0o700 != 0o700:
            os.fchmod(found, 0o700)
        return found
    except PermissionError:  # it cannot be read
        if LINUX:  # where it can be named all the same
            known = os.open(name, os.O_PATH | INSIDE, dir_fd=within)
            try:
                os.chmod(f"/proc/self/fd/{known}", 0o700)
            finally:
                os.close(known)
        else:
            os.chmod(name, 0o700, dir_fd=within, follow_symlinks=False)
        return os.open(name, INSIDE, dir_fd=within)


def environment(work: str) -> dict[str, str]:
    """What a program is told of its folders."""
    told = {"HOME": work, "PWD": work}
    return told | ({"TMPDIR": temporary(work)} if LINUX else {})


def temporary(work: str) -> str:
    """Where a run makes its temporary files."""
    return os.path.join(above(work), TEMPORARY)


def _entries(folder: int) -> list[os.DirEntry]:
    with contextlib.suppress(OSError), os.scandir(folder) as found:
        return list(found)
    return []
