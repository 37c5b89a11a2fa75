"""Which interpreters this machine has, and what each of them is."""

import json
import os
import platform
import re
import subprocess
import sys
from dataclasses import asdict, dataclass
from functools import cache
from pathlib import Path

from packaging.requirements import Requirement
from packaging.specifiers import SpecifierSet
from packaging.version import Version

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
}))
"""
PACKAGES = """
import importlib.metadata as m, json, sys
found = {}
for name in sys.argv[1:]:
    try:
        found[name] = m.version(name)
    except m.PackageNotFoundError:
        pass
print(json.dumps(found))
"""


@dataclass(frozen=True)
class Interpreter:
    """One Python, as it describes itself.

    Attributes:
        executable: Absolute path.
        implementation: ``"CPython"``, ``"PyPy"``.
        version: Such as ``"3.14.2"``.
        threaded: Whether it is a free-threaded build.
        gil: Whether its GIL is on when it starts.
        build: ``sys.version`` on one line: compiler and date tell builds apart.
        library: The folder of its standard library.
    """

    executable: str
    implementation: str
    version: str
    threaded: bool
    gil: bool
    build: str
    library: str

    @property
    def name(self) -> str:
        """Minor version, with a ``t`` for a free-threaded build: ``"3.14t"``."""
        minor = ".".join(self.version.split(".")[:2])
        return minor + ("t" if self.threaded else "")

    @property
    def label(self) -> str:
        """What a reader calls it: ``"CPython 3.14.2 free-threaded"``."""
        kind = " free-threaded" if self.threaded else ""
        return f"{self.implementation} {self.version}{kind}"

    def identity(self) -> dict:
        """All that can change what a program does; where it is installed cannot."""
        return {
            "implementation": self.implementation,
            "version": self.version,
            "threaded": self.threaded,
            "gil": self.gil,
            "build": self.build,
        }


@cache
def current() -> Interpreter:
    """The interpreter that builds; described without starting a process."""
    import sysconfig

    return Interpreter(
        executable=sys.executable,
        implementation=platform.python_implementation(),
        version=".".join(map(str, sys.version_info[:3])),
        threaded=bool(sysconfig.get_config_var("Py_GIL_DISABLED")),
        gil=getattr(sys, "_is_gil_enabled", lambda: True)(),
        build=" ".join(sys.version.split()),
        library=sysconfig.get_path("stdlib"),
    )


def find(wanted: str) -> Interpreter | None:
    """Find the newest interpreter of a minor version.

    Args:
        wanted: ``"3.13"``, ``"3.14t"``, or the path of an executable.

    Returns:
        The interpreter, or None where the machine has none.
    """
    if os.sep in wanted:
        return _probe(wanted)
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
def packages(
    interpreter: Interpreter, requirements: tuple[Requirement, ...]
) -> dict[str, str]:
    """Ask an interpreter for the versions of some packages that it has.

    Returns:
        Versions by name; a package that is not there is missing.
    """
    if not requirements:
        return {}
    names = [requirement.name for requirement in requirements]
    command = [interpreter.executable, "-c", PACKAGES, *names]
    answer = subprocess.run(command, capture_output=True, text=True, check=True)
    return json.loads(answer.stdout)


def remember_in(folder: Path) -> None:
    """Keep what interpreters say of themselves, so that a build need not ask again.

    Args:
        folder: Holds the file; an entry counts until its executable changes.
    """
    global _memory
    _memory = folder / "interpreters.json"


_memory: Path | None = None


@cache
def _available() -> dict[str, Interpreter]:
    known = _recall()
    told: dict[str, dict | None] = {}
    found: dict[str, Interpreter] = {}
    for executable in _candidates():
        status = os.stat(executable)
        name = f"{executable} {status.st_mtime_ns} {status.st_size}"
        one = Interpreter(**known[name]) if known.get(name) else None
        if name not in known:
            one = _probe(executable)
        told[name] = asdict(one) if one else None
        if one is None or Version(one.version) < Version("3.11"):
            continue
        other = found.get(one.name)
        if other is None or Version(other.version) < Version(one.version):
            found[one.name] = one
    if told != known:
        _keep(told)
    return found


def _recall() -> dict[str, dict | None]:
    try:
        return json.loads(_memory.read_text("utf-8")) if _memory else {}
    except (OSError, ValueError):
        return {}


def _keep(told: dict[str, dict | None]) -> None:
    if _memory:
        _memory.parent.mkdir(parents=True, exist_ok=True)
        temporary = _memory.with_suffix(f".{os.getpid()}")
        temporary.write_text(json.dumps(told, indent=1), "utf-8")
        os.replace(temporary, _memory)


def _candidates() -> list[str]:
    """Executables by the name of python3.N on PATH, in pyenv and of uv."""
    home = Path(os.path.expanduser("~"))  # left as it is for a user without a home
    pyenv = Path(os.environ.get("PYENV_ROOT", home / ".pyenv"))
    data = Path(os.environ.get("XDG_DATA_HOME", home / ".local" / "share"))
    uv = Path(os.environ.get("UV_PYTHON_INSTALL_DIR", data / "uv" / "python"))
    folders = [Path(entry) for entry in os.get_exec_path()]
    folders += [*sorted(pyenv.glob("versions/*/bin")), *sorted(uv.glob("*/bin"))]
    found: dict[str, str] = {}
    for folder in folders:
        if folder == pyenv / "shims":
            continue  # scripts that choose among the versions below
        for file in sorted(folder.glob("python3.*")):
            minor = re.fullmatch(r"python3\.(\d+)t?", file.name)
            if minor and int(minor[1]) >= 11 and os.access(file, os.X_OK):
                found.setdefault(os.path.realpath(file), str(file))
    return list(found.values())


@cache
def _probe(executable: str) -> Interpreter | None:
    try:
        answer = subprocess.run(
            [executable, "-I", "-c", PROBE],
            capture_output=True,
            text=True,
            timeout=20,
            check=True,
        )
        return Interpreter(**json.loads(answer.stdout))
    except (OSError, ValueError, subprocess.SubprocessError):
        return None  # a broken link, an executable of another architecture
