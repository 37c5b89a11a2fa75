"""Which interpreters are found, and how often they are asked."""

import json
import os
import stat
import sys
from pathlib import Path

import pytest
from packaging.specifiers import SpecifierSet

from proof.programs import interpreters

FAKE = """#!/bin/sh
echo asked >> {log}
exec {python} "$@"
"""


@pytest.fixture
def machine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A home and a PATH with nothing on them, and nothing remembered."""
    for name in ("PYENV_ROOT", "UV_PYTHON_INSTALL_DIR", "XDG_DATA_HOME"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("PATH", str(tmp_path / "bin"))
    monkeypatch.setattr(interpreters, "_memory", None)
    forget()
    yield tmp_path
    forget()


def forget() -> None:
    interpreters._available.cache_clear()
    interpreters._probe.cache_clear()


def wrapper(folder: Path, log: Path) -> Path:
    """An executable that notes that it was asked, and is this Python."""
    file = folder / "python{}.{}".format(*sys.version_info)
    folder.mkdir(parents=True, exist_ok=True)
    file.write_text(FAKE.format(log=log, python=sys.executable))
    file.chmod(file.stat().st_mode | stat.S_IXUSR)
    return file


def test_the_current_one_describes_itself_as_a_probe_does():
    assert interpreters._probe(sys.executable) == interpreters.current()


@pytest.mark.parametrize(
    "place", ["bin", ".pyenv/versions/3.x/bin", ".local/share/uv/python/cpython-3/bin"]
)
def test_path_pyenv_and_uv_are_searched(machine: Path, place: str):
    wrapper(machine / place, machine / "log")
    assert list(interpreters._available()) == [interpreters.current().name]


def test_what_is_no_interpreter_is_passed_over(machine: Path):
    folder = machine / "bin"
    folder.mkdir()
    broken = folder / "python3.12"
    broken.write_text("#!/bin/sh\nexit 1\n")
    broken.chmod(0o755)
    (folder / "python3.13").symlink_to("nowhere")
    (folder / "python3.11-config").write_text("")
    assert interpreters._available() == {}


def test_an_interpreter_is_asked_once_and_again_when_it_changes(machine: Path):
    log = machine / "log"
    file = wrapper(machine / "bin", log)
    interpreters.remember_in(machine / "store")
    for asked in (1, 1):
        forget()
        assert interpreters._available()
        assert log.read_text().count("asked") == asked
    file.write_text(file.read_text() + "# another build\n")
    forget()
    assert interpreters._available()
    assert log.read_text().count("asked") == 2
    memory = machine / "store" / "interpreters.json"
    assert len(json.loads(memory.read_text())) == 1
    memory.write_text("{")
    forget()
    assert interpreters._available()


def test_a_range_gets_the_one_that_builds_if_it_fits():
    here = interpreters.current()
    assert interpreters.newest(SpecifierSet("")) == here
    assert interpreters.newest(SpecifierSet(">=3.98")) is None
    assert interpreters.find(here.name) == here
    assert interpreters.find(sys.executable) == here
    assert interpreters.find("3.98") is None
    assert interpreters.find(os.sep + "nowhere") is None
