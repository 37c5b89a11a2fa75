# /// script
# [tool.proof]
# kind = "symptom"
# limit = 30
# platform = "linux"
# ///
"""Under spawn a child imports the main module first, and says what it lacks there."""

import re
import sys
import tempfile
from pathlib import Path
from subprocess import DEVNULL, PIPE, Popen

ENDS = re.compile(r"[\w.]+(Error|Pool): ")  # the last line of a traceback begins so
HEAD = "import multiprocessing\nspawn = multiprocessing.get_context('spawn')\n"
GUARD = f"{HEAD}def work(number): pass\nif __name__ == '__main__':\n"
CASES = {
    "no guard": f"{HEAD}spawn.Process(target=print).start()",
    "no guard, and an executor": f"{HEAD}from concurrent import futures\n"
    "futures.ProcessPoolExecutor(1, mp_context=spawn).submit(print).result()",
    "a lambda as target": f"{GUARD}    spawn.Process(target=lambda: None).start()",
    "defined below the guard": f"{GUARD}    def late(): pass\n"
    "    spawn.Process(target=late).start()",
    "a comma is missing": f"{GUARD}"
    "    spawn.Process(target=work, args=('text')).start()",
    "an argument without a comma": f"{GUARD}"
    "    spawn.Process(target=work, args=(1)).start()",
    "a program on standard input": f"{HEAD}spawn.Process(target=print).start()",
}


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        tell({name: start(folder, name, code) for name, code in CASES.items()})


def tell(children: dict[str, Popen]) -> None:
    for name, child in children.items():
        _, said = child.communicate()
        lines = said.rstrip().splitlines()
        at = max(n for n, line in enumerate(lines) if ENDS.match(line))
        print(f"{name}:", *[line.strip() for line in lines[at : at + 14]], sep="\n  ")
        assert "Traceback" in said


def start(folder: str, name: str, code: str) -> Popen:
    """Return a child whose standard error can be read."""
    file = Path(folder, name.replace(" ", "_") + ".py")
    file.write_text(code)
    if "input" in name:
        with file.open() as given:
            return Popen([sys.executable, "-"], stdin=given, stderr=PIPE, text=True)
    return Popen([sys.executable, file], stdin=DEVNULL, stderr=PIPE, text=True)


if __name__ == "__main__":
    main()
