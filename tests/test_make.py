"""`make` sets up `.venv`: with which interpreter, by which tool, and when anew."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import ROOT

# A package that needs nothing to be installed from its folder.
PROJECT = """\
[project]
name = "small"
version = "1"
[build-system]
requires = []
build-backend = "backend"
backend-path = ["."]
"""
BACKEND = """\
import pathlib, zipfile
def build_editable(folder, settings=None, metadata=None):
    name = "small-1-py3-none-any.whl"
    with zipfile.ZipFile(pathlib.Path(folder, name), "w") as wheel:
        wheel.writestr("small.pth", str(pathlib.Path.cwd()))
        about = "small-1.dist-info/"
        wheel.writestr(about + "METADATA", "Metadata-Version: 2.1\\nName: small\\n"
            "Version: 1\\n")
        wheel.writestr(about + "WHEEL", "Wheel-Version: 1.0\\nGenerator: x\\n"
            "Root-Is-Purelib: true\\nTag: py3-none-any\\n")
        wheel.writestr(about + "RECORD", "")
    return name
"""
# The interpreter that the virtual environment of the tests was made from.
BASE = sys._base_executable
ANOTHER = "#!/bin/sh\necho 3.10.1 (another) /opt/another\n"
REAL = [name for name in ["uv"] if shutil.which(name)]
BROKEN = "#!/bin/sh\necho uv is broken >&2\nexit 2\n"


@pytest.fixture
def place(tmp_path: Path) -> Path:
    """A project that is set up in seconds, without a network."""
    shutil.copy(ROOT / "Makefile", tmp_path)
    (tmp_path / "pyproject.toml").write_text(PROJECT, "utf-8")
    (tmp_path / "backend.py").write_text(BACKEND, "utf-8")
    (tmp_path / "requirements.txt").write_text("", "utf-8")
    (tmp_path / "bin").mkdir()
    return tmp_path


def program(file: Path, text: str) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, "utf-8")
    file.chmod(0o755)


def make(place: Path, *words: str) -> subprocess.CompletedProcess:
    """Call make where nothing else is found than what lies in bin/."""
    for tool in ("touch", "cmp", "cp"):
        link(place, tool)
    environment = os.environ | {"PATH": str(place / "bin")}
    environment.pop("PYTHON", None)
    return subprocess.run(
        [shutil.which("make"), ".venv/ready", *words],
        cwd=place,
        env=environment,
        capture_output=True,
        text=True,
        timeout=100,
        check=False,
    )


def link(place: Path, tool: str) -> None:
    if not (file := place / "bin" / tool).exists():
        file.symlink_to(shutil.which(tool))


def test_a_python_that_is_asked_for_replaces_another(place: Path):
    # As another interpreter would have left it.
    program(place / ".venv" / "bin" / "python", ANOTHER)
    (place / ".venv" / "ready").touch()
    answer = make(place)
    assert answer.returncode == 0, answer.stderr
    assert "up to date" in answer.stdout  # nobody asked for another
    answer = make(place, f"PYTHON={BASE}")
    assert answer.returncode == 0, answer.stderr
    assert f"Setting up .venv with {BASE}" in answer.stdout
    here = [place / ".venv/bin/python", "-c", "import sys; print(sys.version)"]
    assert subprocess.check_output(here, text=True).strip() == sys.version
    answer = make(place, f"PYTHON={BASE}")
    assert "up to date" in answer.stdout  # it is that one already


def test_packages_are_installed_anew_only_for_other_requirements(place: Path):
    def made(answer: subprocess.CompletedProcess) -> bool:
        assert answer.returncode == 0, answer.stderr
        return "Setting up .venv" in answer.stdout

    assert made(make(place, f"PYTHON={BASE}"))
    kept = place / ".venv" / "kept"
    kept.touch()
    for name in ("requirements.txt", "pyproject.toml"):
        (place / name).touch()  # as a checkout does
        assert not made(make(place, f"PYTHON={BASE}"))
    (place / "pyproject.toml").write_text(PROJECT.replace('"1"', '"2"'), "utf-8")
    backend = BACKEND.replace("Version: 1\\n", "Version: 2\\n").replace(
        "small-1", "small-2"
    )
    (place / "backend.py").write_text(backend, "utf-8")
    assert not made(make(place, f"PYTHON={BASE}"))
    listed = [place / ".venv/bin/python", "-m", "pip", "list"]
    assert "small 2" in " ".join(subprocess.check_output(listed, text=True).split())
    assert kept.exists()
    (place / "requirements.txt").write_text("# another\n", "utf-8")
    assert made(make(place, f"PYTHON={BASE}"))
    assert not kept.exists()


def test_a_python_that_is_not_there_is_told_and_changes_nothing(place: Path):
    program(place / ".venv" / "bin" / "python", ANOTHER)
    (place / ".venv" / "ready").touch()
    answer = make(place, "PYTHON=python3.4")
    assert answer.returncode != 0
    assert "make: python3.4 is not there or older than 3.11" in answer.stdout
    assert (place / ".venv" / "bin" / "python").read_text("utf-8") == ANOTHER


@pytest.mark.parametrize("tool", ["broken", *REAL])
def test_uv_and_pip_leave_the_same(place: Path, tool: str):
    if tool == "broken":
        program(place / "bin" / "uv", BROKEN)
    else:
        link(place, tool)
    answer = make(place, f"PYTHON={BASE}")
    assert answer.returncode == 0, answer.stderr
    assert ("uv could not do it" in answer.stdout) == (tool == "broken")
    python = place / ".venv" / "bin" / "python"
    listed = subprocess.check_output([python, "-m", "pip", "list"], text=True)
    names = {line.split()[0] for line in listed.splitlines()[2:]}
    assert {"pip", "small"} <= names
    where = [python, "-c", "import backend; print(backend.__file__)"]
    answer = subprocess.check_output(where, text=True, cwd=place.parent)
    assert Path(answer.strip()).samefile(place / "backend.py")
    settings = (place / ".venv" / "pyvenv.cfg").read_text("utf-8")
    assert ("uv = " in settings) == (tool == "uv")


def test_what_lies_beyond_has_an_environment_of_its_own_that_is_deleted(place: Path):
    (place / "requirements-beyond.txt").write_text("", "utf-8")
    link(place, "rm")
    answer = make(place, ".venv-beyond/ready", f"PYTHON={BASE}")
    assert answer.returncode == 0, answer.stderr
    assert (place / ".venv-beyond" / "bin" / "python").exists()
    answer = make(place, "beyond-clean", f"PYTHON={BASE}")
    assert answer.returncode == 0, answer.stderr
    left = {path.name for path in place.glob(".*")}
    assert left == {".venv"}
