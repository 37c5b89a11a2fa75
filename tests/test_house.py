"""The engine's rooms: who may import whom, and how large a module may be."""

import ast
import sys
from pathlib import Path

from tests.conftest import ROOT

ENGINE = ROOT / "proof"
# From the foundation up: a room may use those before it, and itself.
ROOMS = [
    "words", "errors", "shape", "project", "programs", "rules", "supervise", "runs",
    "plots", "worlds", "show", "lists", "labs", "serve",
]  # fmt: skip
TOP = len(ROOMS)  # the command line, which may use all of them
SUPERVISE = {  # what a supervisor may hold: every slot holds it too
    "array", "collections", "contextlib", "ctypes", "dataclasses", "errno", "fcntl",
    "gc", "json", "os", "pathlib", "re", "resource", "select", "shutil", "signal",
    "socket", "struct", "sys", "tempfile", "termios", "time", "typing",
}  # fmt: skip
LONG = 200  # lines, from which on a module needs a reason
REASONS = {"words.py": "a list of texts, in one place so that they can be translated"}
MODULES = sorted(ENGINE.rglob("*.py"))


def imports(file: Path) -> set[str]:
    """What a module imports, wherever in it, with full names."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(file.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            found |= {name.name for name in node.names}
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{file}:{node.lineno}: a relative import"
            found |= {f"{node.module}.{name.name}" for name in node.names}
    return found


def floor(module: str) -> int:
    """How high above the foundation a module of the engine lies."""
    room = module.removeprefix("proof.").split(".")[0]
    return ROOMS.index(room) if room in ROOMS else TOP


def name(file: Path) -> str:
    parts = file.relative_to(ROOT).with_suffix("").parts
    return ".".join(part for part in parts if part != "__init__")


def test_there_are_rooms_to_check():
    assert len(MODULES) > 30
    for room in ROOMS:
        assert (ENGINE / room).is_dir() or (ENGINE / f"{room}.py").is_file()


def test_every_import_leads_down():
    wrong = [
        f"{name(file)} imports {used}"
        for file in MODULES
        if file != ENGINE / "__init__.py"  # what a page's fence calls
        for used in imports(file)
        if used.startswith("proof.") and floor(used) > floor(name(file))
    ]
    assert not wrong


def test_no_module_imports_itself_through_another():
    names = {name(file) for file in MODULES}
    uses = {
        name(file): {
            next((n for n in (used, used.rpartition(".")[0]) if n in names), "")
            for used in imports(file)
        }
        for file in MODULES
    }

    def reached(module: str, seen: frozenset[str] = frozenset()) -> set[str]:
        more = {used for used in uses.get(module, ()) if used not in seen}
        return more.union(*(reached(one, seen | more) for one in more - {module}))

    assert not [one for one in names - {"proof"} if one in reached(one)]


def test_words_import_nothing_of_the_engine():
    assert not [used for used in imports(ENGINE / "words.py") if "proof" in used]


def test_a_supervisor_imports_light_modules_alone():
    files = sorted((ENGINE / "supervise").glob("*.py"))
    assert len(files) > 5
    for file in files:
        for used in imports(file):
            top = used.split(".")[0]
            assert top in SUPERVISE or used.startswith("proof.supervise"), (
                f"{name(file)} imports {used}"
            )
    assert sys.stdlib_module_names >= SUPERVISE


def test_a_long_module_has_a_reason():
    sizes = {
        file.relative_to(ENGINE).as_posix(): len(file.read_text("utf-8").splitlines())
        for file in MODULES
    }
    too_long = {file for file, lines in sizes.items() if lines > LONG}
    assert too_long == set(REASONS)


def test_the_tests_lie_in_the_same_rooms():
    rooms = {folder.name for folder in ENGINE.iterdir() if folder.is_dir()}
    for room in rooms - {"__pycache__"}:
        assert list((ROOT / "tests" / room).glob("test_*.py")), room
