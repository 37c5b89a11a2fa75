"""Which packages an interpreter has; asked of environments made for the purpose."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from packaging.requirements import Requirement

from proof.errors import ProofError
from proof.programs import asking, interpreters, packages
from proof.programs.interpreter import Interpreter


@pytest.fixture
def environment(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An environment without a package; what is remembered lies beside it."""
    folder = tmp_path / "environment"
    command = [sys.executable, "-m", "venv", "--without-pip", str(folder)]
    subprocess.run(command, check=True)
    monkeypatch.setattr(asking, "_memory", None)
    asking.remember_in(tmp_path)
    forget()
    yield folder
    forget()


def forget() -> None:
    packages.versions.cache_clear()
    packages._installed.cache_clear()


def install(environment: Path, name: str, version: str, *needs: str) -> None:
    """Put a package there as an installer leaves it."""
    [library] = environment.glob("lib/python*/site-packages")
    for old in library.glob(f"{name}-*.dist-info"):
        (old / "METADATA").unlink()
        old.rmdir()
    folder = library / f"{name}-{version}.dist-info"
    folder.mkdir()
    lines = ["Metadata-Version: 2.1", f"Name: {name}", f"Version: {version}"]
    lines += [f"Requires-Dist: {need}" for need in needs]
    (folder / "METADATA").write_text("\n".join(lines) + "\n")


def python(environment: Path) -> Interpreter:
    return interpreters.find(str(environment / "bin" / "python"))


def have(environment: Path, *wanted: str) -> dict[str, str]:
    forget()
    return packages.versions(python(environment), tuple(map(Requirement, wanted)))


def test_what_a_package_needs_counts_too(environment: Path):
    install(environment, "upper", "1.0", "Mid_dle>=1", "not_here", "!? broken")
    install(environment, "mid_dle", "2.0", "lower[extra]", "upper")
    install(environment, "lower", "3.0", 'more; extra == "extra"')
    install(environment, "more", "4.0", 'never; python_version < "3"')
    install(environment, "never", "5.0")
    install(environment, "unrelated", "6.0")
    assert have(environment, "upper") == {
        "lower": "3.0",
        "mid-dle": "2.0",
        "more": "4.0",
        "upper": "1.0",
    }
    assert have(environment, "lower") == {"lower": "3.0"}
    assert have(environment, "nothing") == have(environment) == {}


def test_an_installed_package_is_seen_although_answers_are_remembered(
    environment: Path,
):
    assert have(environment, "one") == {}
    install(environment, "one", "1.0")
    assert have(environment, "one") == {"one": "1.0"}
    install(environment, "one", "1.1")
    assert have(environment, "one") == {"one": "1.1"}


def test_an_answer_is_remembered(environment: Path):
    install(environment, "one", "1.0")
    here = python(environment)
    assert have(environment, "one") == {"one": "1.0"}
    os.unlink(here.executable)  # so nobody can be asked
    forget()
    assert packages.versions(here, (Requirement("one"),)) == {"one": "1.0"}
    asking._memory.write_text(asking._memory.read_text().replace('"1.0"', "1.0"))
    forget()
    with pytest.raises(ProofError, match="which packages it has"):
        packages.versions(here, (Requirement("one"),))


def test_what_only_this_user_or_shell_has_is_not_counted(
    environment: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    other = tmp_path / "other" / "lib" / "python3" / "site-packages"
    other.mkdir(parents=True)
    install(tmp_path / "other", "mine", "1.0")
    monkeypatch.setenv("PYTHONPATH", str(other))
    assert have(environment, "mine") == {}


def test_a_broken_installation_hides_no_other(environment: Path):
    install(environment, "one", "1.0")
    [library] = environment.glob("lib/python*/site-packages")
    (library / "broken-1.0.dist-info").mkdir()
    assert have(environment, "one", "broken") == {"one": "1.0"}


@pytest.mark.parametrize("script", ["sleep 60", "echo 1"])
def test_an_interpreter_that_does_not_say_it_is_named(
    environment: Path, script: str, monkeypatch: pytest.MonkeyPatch
):
    here = python(environment)
    monkeypatch.setattr(asking, "DEADLINE", 1.0)
    os.unlink(here.executable)
    Path(here.executable).write_text(f"#!/bin/sh\n{script}\n")
    Path(here.executable).chmod(0o755)
    with pytest.raises(ProofError, match="does not say which packages") as caught:
        packages.versions(here, (Requirement("one"),))
    assert caught.value.path == here.executable


def test_what_is_missing_is_told_of_by_version_and_marker(environment: Path):
    install(environment, "one", "1.5b1")
    here = python(environment)
    forget()
    wanted = ["one", "one>=1.4", "one>=2", "two", 'three; python_version < "3"']
    absent = packages.missing(here, tuple(map(Requirement, wanted)))
    assert [str(one) for one in absent] == ["one>=2", "two"]
