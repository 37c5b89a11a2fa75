"""Which interpreters are found, how often they are asked, and what if none answers."""

import json
import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest
from packaging.specifiers import SpecifierSet

from proof.errors import ProofError
from proof.programs import asking, interpreters
from tests.conftest import ROOT, Folder, gone

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
    monkeypatch.setattr(asking, "_memory", None)
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
    asking.remember_in(machine / "store")
    for asked in (1, 1):
        forget()
        assert interpreters._available()
        assert log.read_text().count("asked") == asked
    file.write_text(file.read_text() + "# another build\n")
    forget()
    assert interpreters._available()
    assert log.read_text().count("asked") == 2
    memory = json.loads((machine / "store" / "interpreters.json").read_text())
    assert len(memory["interpreters"]) == 1


def test_what_another_version_remembers_is_asked_again(machine: Path):
    log = machine / "log"
    wrapper(machine / "bin", log)
    asking.remember_in(machine / "store")
    assert interpreters._available()
    memory = machine / "store" / "interpreters.json"
    kept = json.loads(memory.read_text())
    [[name, entry]] = kept["interpreters"].items()
    others = (
        "{",
        "[]",
        "[" * 100_000,
        json.dumps({name: entry}),
        json.dumps({"interpreters": [entry]}),
        json.dumps({"interpreters": {name: [entry]}}),
        json.dumps({"interpreters": {name: entry | {"colour": "blue"}}}),
        json.dumps({"interpreters": {name: entry | {"gil": "on"}}}),
        json.dumps({"interpreters": {name: entry | {"version": "new"}}}),
    )
    for asked, text in enumerate(others, 2):
        memory.write_text(text)
        forget()
        assert list(interpreters._available()) == [interpreters.current().name]
        assert log.read_text().count("asked") == asked
        assert json.loads(memory.read_text())["interpreters"] == {name: entry}


def test_where_nothing_can_be_remembered_interpreters_are_asked(machine: Path):
    wrapper(machine / "bin", machine / "log")
    (machine / "store").write_text("a file")
    asking.remember_in(machine / "store")
    assert interpreters._available()


@pytest.mark.parametrize("variable", ["HOME", "PATH"])
def test_without_a_home_or_a_path_the_others_are_found(folder: Folder, variable: str):
    """Nobody is number 4242, so there is no home but HOME's."""
    script = (
        "import os\nfrom proof.programs import interpreters\n"
        "here = interpreters.current()\n"
        "if os.geteuid() == 0: os.setuid(4242)\n"
        "print(here in interpreters.available())\n"
    )
    environment = {k: v for k, v in folder.environment().items() if k != variable}
    answer = subprocess.run(
        [sys.executable, "-c", script],
        cwd=ROOT,
        env=environment,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert (answer.stdout, answer.stderr) == ("True\n", "")


@pytest.mark.parametrize(
    ("script", "reason"),
    [
        ("sleep 60 & echo $! > {pid}; wait", "does not answer within 1 s"),
        ("yes", "answers without end"),
        ("echo hello", "answers with something else"),
        ("echo '[1]'", "answers with something else"),
        ('echo \'{{"version": "3.14.1"}}\'', "answers with something else"),
        ("exit 1", "answers with something else"),
        ("no-such-interpreter", "cannot be started"),
    ],
    ids=["hangs", "endless", "text", "list", "half", "fails", "broken"],
)
def test_an_executable_that_is_no_python_is_named(
    machine: Path,
    script: str,
    reason: str,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
):
    if "does not answer" in reason:
        monkeypatch.setattr(asking, "DEADLINE", 1.0)
    monkeypatch.setenv("PATH", f"{machine / 'bin'}:/usr/bin:/bin")
    file = machine / "bin" / "python3.98"
    file.parent.mkdir()
    pid = machine / "pid"
    first = "#!/no/such/interpreter" if reason == "cannot be started" else "#!/bin/sh"
    file.write_text(f"{first}\n{script.format(pid=pid)}\n")
    file.chmod(0o755)
    with pytest.raises(ProofError, match=reason) as caught:
        interpreters.find(str(file))
    assert caught.value.path == str(file)
    forget()
    asking.remember_in(machine / "store")
    for _ in range(2):
        assert interpreters.find("3.98") is None
        interpreters._available.cache_clear()
    complaints = [one.message for one in caplog.records if str(file) in one.message]
    assert len(complaints) == 1 and reason in complaints[0]
    assert not pid.exists() or gone(int(pid.read_text()))


def test_what_else_an_interpreter_prints_first_is_passed_over(machine: Path):
    file = wrapper(machine / "bin", machine / "log")
    file.write_text(file.read_text().replace("exec", "echo welcome\nexec"))
    assert list(interpreters._available()) == [interpreters.current().name]


def test_a_range_gets_the_one_that_builds_if_it_fits():
    here = interpreters.current()
    assert interpreters.newest(SpecifierSet("")) == here
    assert interpreters.newest(SpecifierSet(">=3.98")) is None
    assert interpreters.find(here.name) == here
    assert interpreters.find(sys.executable) == here
    assert interpreters.find("3.98") is None
    assert interpreters.find(os.sep + "nowhere") is None
