"""Which interpreters this machine has."""

import contextlib
import logging
import os
import re
from collections.abc import Callable
from dataclasses import asdict
from functools import cache
from pathlib import Path

from packaging.specifiers import SpecifierSet
from packaging.version import Version

from proof import words
from proof.errors import ProofError
from proof.programs import asking
from proof.programs.interpreter import Interpreter
from proof.programs.interpreter import current as running
from proof.shape import fits

log = logging.getLogger("proof.interpreters")  # a strict build stands all the same
OLDEST = Version("3.11")
Instead = Callable[[], tuple[Interpreter, list[Interpreter]] | None]
# Asked of an interpreter; must run on every Python that a folder might hold.
PROBE = """
import json, platform, sys, sysconfig
gil = getattr(sys, "_is_gil_enabled", lambda: True)()
print(json.dumps({
    "executable": sys.executable,
    "implementation": platform.python_implementation(),
    "version": ".".join(map(str, sys.version_info[:3])),
    "threaded": bool(sysconfig.get_config_var("Py_GIL_DISABLED")),
    "gil": gil,
    "build": " ".join(sys.version.split()),
    "library": sysconfig.get_path("stdlib"),
    "system": " ".join(platform.libc_ver()),
}))
"""


_instead: list[Instead] = []


def stand_in(found: Instead) -> None:
    """Have others take the place of this machine's interpreters.

    Args:
        found: Called when they are asked for: the one that builds, and all; None for
            this machine's.
    """
    _instead.append(found)


def _others() -> tuple[Interpreter, list[Interpreter]] | None:
    return _instead[-1]() if _instead else None


def current() -> Interpreter:
    """The interpreter that builds; where runs are adopted, the one that made them."""
    held = _others()
    return held[0] if held else running()


def find(wanted: str) -> Interpreter | None:
    """Find the newest interpreter of a minor version.

    Args:
        wanted: ``"3.13"``, ``"3.14t"``, or the path of an executable.

    Returns:
        The interpreter, or None where the machine has none.

    Raises:
        ProofError: There is such an executable, and it does not answer as a Python.
    """
    if os.sep in wanted:
        return _probe(wanted) if os.path.exists(wanted) else None
    if wanted == current().name:
        return current()
    return _available().get(wanted)


def newest(versions: SpecifierSet) -> Interpreter | None:
    """Find the newest default build within a range of versions."""
    if current().version in versions:
        return current()
    fitting = [
        found
        for found in _available().values()
        if found.version in versions and not found.threaded
    ]
    return max(fitting, key=lambda found: Version(found.version), default=None)


def available() -> list[Interpreter]:
    """All interpreters from 3.11 on that the machine has, one for each minor."""
    return sorted(({**_available(), current().name: current()}).values(), key=order)


def order(interpreter: Interpreter) -> tuple[bool, Version]:
    """Sort key: default builds first, then by version."""
    return interpreter.threaded, Version(interpreter.version)


@cache
def _available() -> dict[str, Interpreter]:
    if held := _others():
        return {one.name: one for one in held[1]}
    known = asking.recall("interpreters")
    told: dict[str, dict | None] = {}
    found: dict[str, Interpreter] = {}
    for executable, status in _candidates():
        # An entry counts until its executable changes.
        name = f"{executable} {status.st_mtime_ns} {status.st_size}"
        one = _described(known.get(name))
        if one is None and known.get(name, "") is not None:
            try:
                one = _probe(executable)
            except ProofError as error:
                log.warning("%s", error)
        told[name] = asdict(one) if one else None
        if one is None or Version(one.version) < OLDEST:
            continue
        other = found.get(one.name)
        if other is None or Version(other.version) < Version(one.version):
            found[one.name] = one
    asking.keep("interpreters", told)
    return found


def _candidates() -> list[tuple[str, os.stat_result]]:
    """Executables by the name of python3.N on PATH, in pyenv and of uv."""
    pyenv = _folder("PYENV_ROOT", "~", ".pyenv")
    data = _folder("XDG_DATA_HOME", "~", ".local", "share")
    uv = _folder("UV_PYTHON_INSTALL_DIR", str(data or "~"), "uv", "python")
    folders = [Path(entry) for entry in os.get_exec_path()]
    folders += _inside(pyenv, "versions/*/bin") + _inside(uv, "*/bin")
    found: dict[str, tuple[str, os.stat_result]] = {}
    for folder in folders:
        if pyenv and folder == pyenv / "shims":
            continue  # scripts that choose among the versions below
        for file in _inside(folder, "python3.*"):
            minor = re.fullmatch(r"python3\.(\d+)t?", file.name)
            if minor and int(minor[1]) >= 11 and os.access(file, os.X_OK):
                with contextlib.suppress(FileNotFoundError):  # removed meanwhile
                    found.setdefault(os.path.realpath(file), (str(file), file.stat()))
    return list(found.values())


def _folder(variable: str, *parts: str) -> Path | None:
    """The folder that a variable names, or the usual one, if there is a home for it."""
    try:
        return Path(os.environ.get(variable) or Path(*parts)).expanduser()
    except RuntimeError:  # neither HOME nor an entry in the list of users
        return None


def _inside(folder: Path | None, pattern: str) -> list[Path]:
    """What lies in a folder that may not be there, or be closed to this user."""
    try:
        return sorted(folder.glob(pattern)) if folder else []
    except OSError:
        return []


@cache
def _probe(executable: str) -> Interpreter:
    try:
        if found := _described(asking.ask(executable, PROBE)):
            return found
        raise ValueError(asking.GARBAGE)
    except ValueError as error:
        raise ProofError(executable, 1, words.NO_ANSWER.format(error)) from None


def _described(answer: object) -> Interpreter | None:
    """What an answer describes, or None where it is none."""
    if fits(answer, Interpreter) and re.fullmatch(r"\d+\.\d+\.\d+", answer["version"]):
        return Interpreter(**answer)
    return None
