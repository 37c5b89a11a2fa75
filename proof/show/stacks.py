"""Who waited where when a run was ended at its limit: stacks, the reader's own first.

The dumps are faulthandler's: one block for each thread, the innermost frame first.
"""

import re
from dataclasses import dataclass
from html import escape

from proof import words

THREAD = re.compile(r"(?:Current thread|Thread) 0x[0-9a-f]+(?: \[(?P<name>.*?)\])?")
FRAME = re.compile(r'  File "(?P<file>.*)", line (?P<line>\d{1,9}) in (?P<function>.+)')


@dataclass(frozen=True)
class Frame:
    """One call: where it stood, and in which function."""

    file: str
    line: int
    function: str

    def __str__(self) -> str:
        return f"{self.file}:{self.line} in {self.function}"


@dataclass(frozen=True)
class Stack:
    """One thread: its name, if it has one, and its calls, innermost first."""

    name: str
    frames: list[Frame]


def read(text: str) -> list[Stack]:
    """Read a dump of faulthandler; text of another shape gives no stacks."""
    stacks: list[Stack] = []
    for line in text.split("\n"):
        if thread := THREAD.match(line):
            stacks.append(Stack(thread["name"] or "", []))
        elif stacks and (frame := FRAME.match(line)):
            values = frame["file"], int(frame["line"]), frame["function"]
            stacks[-1].frames.append(Frame(*values))
    return stacks


def python_part(text: str) -> str:
    """Cut off the addresses of C functions that Python 3.14 and later append."""
    return text.partition("Current thread's C stack trace")[0].rstrip()


def show(dumps: list[dict], file: str) -> str:
    """Show where every process stood.

    Args:
        dumps: See `proof.runs.run.Run`.
        file: The snippet's path; frames in it are the reader's own.

    Returns:
        A list of processes, in it their threads: own frames open, the rest folded.
    """
    items = "".join(_process(dump, file) for dump in dumps)
    return (
        f'<p class="proof-label">{words.DUMPS}</p><ul class="proof-stacks">{items}</ul>'
    )


def _process(dump: dict, file: str) -> str:
    stacks = read(dump["text"])
    threads = "".join(_thread(stack, file, i) for i, stack in enumerate(stacks))
    if not stacks:
        threads = f"<li>{words.NO_STACK}</li>"
    about = words.PROCESS if "state" in dump else words.PROCESS_ALONE
    return f"<li>{escape(about.format(**dump))}<ul>{threads}</ul></li>"


def _thread(stack: Stack, file: str, index: int) -> str:
    own = [frame for frame in stack.frames if frame.file == file]
    name = escape(stack.name or words.THREAD.format(index + 1))
    where = escape(str(own[0])) if own else words.NOT_OWN
    calls = escape("\n".join(map(str, stack.frames)))
    return (
        f"<li>{name}: <code>{where}</code><details><summary>"
        f"{words.calls(len(stack.frames))}</summary><pre>{calls}</pre></details></li>"
    )
