"""What lies beside the code for editors, containers, hooks and people."""

import json
import re
import subprocess
import sys

import pytest
import yaml

from tests.conftest import ROOT

FOUND = [
    ".pre-commit-config.yaml",
    ".editorconfig",
    ".vscode/tasks.json",
    ".devcontainer/devcontainer.json",
    ".devcontainer/Dockerfile",
    "CITATION.cff",
    "CODE_OF_CONDUCT.md",
    "CHANGELOG.md",
]
# The pages of a package index, whatever its host is.
INDEX = re.compile(r"https?://[^\s/)\"']+/(?:project|simple)/[\w.-]+/?(?=[\s)\"'>]|$)")
PRIVATE = "*Report a vulnerability* on the repository's *Security* tab"


@pytest.mark.parametrize("name", FOUND)
def test_git_does_not_leave_it_out(name: str):
    assert (ROOT / name).is_file()
    command = ["git", "check-ignore", "--no-index", "--quiet", name]
    assert subprocess.call(command, cwd=ROOT) == 1


@pytest.mark.parametrize("name", ["SECURITY.md", "CODE_OF_CONDUCT.md", "CITATION.cff"])
def test_whoever_reports_does_so_in_private_and_to_no_invented_address(name: str):
    text = (ROOT / name).read_text("utf-8")
    assert "@" not in text and "mailto" not in text
    assert name == "CITATION.cff" or PRIVATE in text


def test_no_file_names_a_package_index():
    listed = subprocess.check_output(["git", "ls-files", "-z"], cwd=ROOT, text=True)
    files = [ROOT / name for name in listed.split("\0") if name]
    assert len(files) > 1000
    texts = {
        file: file.read_text("utf-8", "replace") for file in files if file.is_file()
    }
    found = {
        f"{file}: {at[0]}"
        for file, text in texts.items()
        for at in INDEX.finditer(text)
    }
    assert not found
    assert INDEX.search("see (https://index.example/" + "project/some.name/) for")


def test_hooks_call_what_the_project_has():
    settings = yaml.safe_load((ROOT / ".pre-commit-config.yaml").read_text("utf-8"))
    [local] = settings["repos"]
    assert local["repo"] == "local"
    assert len(local["hooks"]) >= 3
    for hook in local["hooks"]:
        assert hook["language"] == "system" and hook["pass_filenames"] is False
        python, option, module, *_ = hook["entry"].split()
        assert (python, option) == (".venv/bin/python", "-m")
        command = [sys.executable, "-m", module, "--help"]
        assert subprocess.call(command, cwd=ROOT, stdout=subprocess.DEVNULL) == 0


def test_an_editor_finds_the_line_of_a_failure():
    tasks = json.loads((ROOT / ".vscode/tasks.json").read_text("utf-8"))["tasks"]
    [matcher] = [one["problemMatcher"] for one in tasks if one["label"] == "quick"]
    said = re.match(matcher["pattern"]["regexp"], "snippets/a/b.py:7: has no docstring")
    assert said.groups() == ("snippets/a/b.py", "7", "has no docstring")


def test_the_container_has_what_the_checks_ask_for():
    text = (ROOT / ".devcontainer" / "Dockerfile").read_text("utf-8")
    checks = (ROOT / ".github" / "workflows" / "checks.yml").read_text("utf-8")
    brought = re.search(r"uv python install (.*)", text)[1].split()
    assert set(brought) == set(re.search(r"PROOF_REQUIRE: (.*)", checks)[1].split())
    for server in re.search(r"install -y -qq (.*)", checks)[1].split():
        assert server in text
    settings = (ROOT / ".devcontainer" / "devcontainer.json").read_text("utf-8")
    assert json.loads(settings)["updateContentCommand"].startswith(
        "make .venv/ready &&"
    )
