"""Which paths a reader is not shown, since they differ by run or by machine.

Where an interpreter lies and where its program is run cannot change what a program
does, so a run that is kept shows neither:

===================================  =================================================
the run's folder, thrown away        everywhere; a file in it by its path below it,
                                     what is temporary as if it lay in ``/tmp``
the interpreter, its environment     everywhere, where a path begins and ends; likewise
the folder of the standard library   in tracebacks and warnings, and in command lines,
                                     those too that a traceback shows
the interpreter's other folders      in command lines, if they are not the system's
===================================  =================================================

Everything else stays as the program printed it, ``/usr/bin/env`` beside an interpreter
in ``/usr`` too. Imported by the supervisors: stay light.
"""

import os
import re

from proof.supervise import folders
from proof.supervise.request import Request

SYSTEM = ("/", "/usr", "/usr/local")  # in which other programs lie, too
LONGEST = 2000  # characters of a command line
BEFORE = rb"(?:(?<=file://)|(?<![\w./~+%@\x80-\xff-]))"  # where a path begins
# Since 3.13 a traceback shows what `multiprocessing` has given to ``-c``.
SHOWN_COMMAND = re.compile(rb"(?m)^.*'sys_path': \[.*$")
AFTER = rb"(?![\w\x80-\xff-]|\.\w)"  # where a file's name ends


class Paths:
    """Shortens what one run prints, and the command lines of its processes.

    Args:
        folder: Where the program runs.
        request: Names the interpreter's places.
    """

    def __init__(self, folder: str, request: Request) -> None:
        executable = BEFORE + _literally(request.argv[0]) + AFTER
        # Beside it lie its archive, python314.zip, and a distribution's packages.
        beside = os.path.dirname(request.library)
        library = _literally(beside) + rb"/(?=py)"
        shown = os.path.basename(beside).encode() + b"/"
        code = rb'(?m)(File (?:\x1b\[[\d;]*m)?"|^(?=\S+\.py:\d+: ))'
        self.printed_rules = [
            (_literally(folders.temporary(folder)), b"/tmp"),
            *_folder(folder, b""),
            (executable, request.interpreter.encode()),
            *(_folder(request.environment, BEFORE) if request.environment else ()),
            (code + library, rb"\1" + shown),
        ]
        # Debian has packages in a second folder, beside the library's own.
        local = BEFORE + _literally(os.path.dirname(beside)) + rb"/(?=local/lib/py)"
        self.command_rules = [(BEFORE + library, shown), (local, b"")]
        if (prefix := os.path.dirname(beside)) not in SYSTEM:
            self.command_rules.append((BEFORE + _literally(prefix) + rb"/(?=\w)", b""))

    def printed(self, text: bytes) -> bytes:
        """Shorten what a program printed."""
        return SHOWN_COMMAND.sub(
            lambda line: _apply(self.command_rules, line[0]),
            _apply(self.printed_rules, text),
        )

    def command(self, text: str) -> str:
        """Shorten a command line."""
        if len(text) > LONGEST:
            text = f"{text[:LONGEST]} …"
        data = _apply(self.printed_rules, text.encode(errors="replace"))
        return _apply(self.command_rules, data).decode(errors="replace")


Rules = list[tuple[bytes, bytes]]  # regular expressions, and what takes their place


def _folder(path: str, before: bytes) -> Rules:
    """What lies in a folder is shown by its path below it, the folder as a dot."""
    name = before + _literally(path)
    return [(name + rb"/(?=[\w.~\x80-\xff-])", b""), (name + AFTER, b".")]


def _literally(path: str) -> bytes:
    return re.escape(os.fsencode(path))


def _apply(rules: Rules, text: bytes) -> bytes:
    if b"/" in text:
        for pattern, short in rules:
            text = re.sub(pattern, short, text)
    return text
