"""What an interpreter is, as it describes itself."""

import platform
import sys
from dataclasses import dataclass
from functools import cache


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
        system: The C library that it runs with: ``"glibc 2.36"``.
    """

    executable: str
    implementation: str
    version: str
    threaded: bool
    gil: bool
    build: str
    library: str
    system: str

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
        system=" ".join(platform.libc_ver()),
    )
