"""How processes end, by the numbers of the system that ran them.

A page may be built elsewhere: Windows has hardly any signals, and macOS other numbers
than Linux.
"""

# From 1 on, as signal(7) and signal(3) of macOS have them.
_BOTH = "HUP INT QUIT ILL TRAP ABRT"
_LINUX = f"""{_BOTH} BUS FPE KILL USR1 SEGV USR2 PIPE ALRM TERM STKFLT CHLD CONT STOP
    TSTP TTIN TTOU URG XCPU XFSZ VTALRM PROF WINCH IO PWR SYS"""
_DARWIN = f"""{_BOTH} EMT FPE KILL BUS SEGV SYS PIPE ALRM TERM URG STOP TSTP CONT CHLD
    TTIN TTOU IO XCPU XFSZ VTALRM PROF WINCH INFO USR1 USR2"""
REAL_TIME, LAST = 34, 64  # of Linux; only the first and last have a name of their own
LARGEST = 0xFFFFFFFF  # exit code on Windows; 255 elsewhere


def _table(names: str) -> dict[int, str]:
    return {number: f"SIG{name}" for number, name in enumerate(names.split(), 1)}


_DARWINS = _table(_DARWIN)
_OTHERS = _table(_LINUX) | {REAL_TIME: "SIGRTMIN", LAST: "SIGRTMAX"}
NAMES = {*_DARWINS.values(), *_OTHERS.values()}


def name(number: int, system: str = "Linux") -> str:
    """``"SIGTERM"``, ``"SIGRTMIN+3"``.

    Args:
        number: Of a signal.
        system: Whose number it is, as `platform.system` says it.

    Raises:
        ValueError: There is no such signal.
    """
    names = _DARWINS if system == "Darwin" else _OTHERS
    if number in names:
        return names[number]
    if names is _OTHERS and REAL_TIME < number < LAST:
        return f"SIGRTMIN+{number - REAL_TIME}"
    raise ValueError(f"there is no signal {number} on {system}")


def ending(status: int, system: str = "Linux") -> int | str:
    """An exit code, or the name of the signal that ended a process.

    Args:
        status: As wait(2) gives it; on Windows the exit code, moved by eight bits.
        system: See `name`.

    Raises:
        ValueError: No process ends like that.
    """
    code, number = status >> 8, status & 0x7F
    if status < 0 or code > (LARGEST if system == "Windows" else 255):
        raise ValueError(f"no process ends with {status}")
    return name(number, system) if number else code
