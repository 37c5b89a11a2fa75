"""What runs on GitHub: valid, pinned, limited, and with the fewest rights."""

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from proof.project import Project

ROOT = Path(__file__).parent.parent
GITHUB = ROOT / ".github"
TOOLS = Path(sys.executable).parent
WORKFLOWS = sorted(GITHUB.glob("workflows/*.y*ml"))
FORMS = sorted(GITHUB.glob("ISSUE_TEMPLATE/*.y*ml"))
USES = re.compile(r"^\s*(?:- )?uses:\s*(?P<what>\S+)(?P<comment>.*)$", re.MULTILINE)
PINNED = re.compile(r"[\w.-]+/[\w./-]+@[0-9a-f]{40}")
VERSION = re.compile(r" # v\d+\.\d+\.\d+")
SCHEMAS = {
    "vendor.github-workflows": WORKFLOWS,
    "vendor.github-issue-forms": FORMS,
    "vendor.dependabot": [GITHUB / "dependabot.yml"],
    "vendor.citation-file-format": [ROOT / "CITATION.cff"],
}
# The jobs of checks.yml that a pull request is spared if it changes prose alone.
NOT_FOR_PROSE = {"tests", "interpreter", "macos"}
ATTESTS = {"id-token": "write", "attestations": "write"}
# One mistake of each kind that the tools are trusted to find.
UNSAFE = """\
name: Unsafe
on: pull_request_target
permissions: write-all
jobs:
  one:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v4
      - run: echo "${{ github.event.pull_request.title }}"
"""
INVALID = "name: Invalid\non: push\njobs:\n  one:\n    steps: 7\n"


def load(file: Path) -> dict:
    """Read YAML with every scalar as text: otherwise the key ``on`` is a boolean."""
    return yaml.load(file.read_text("utf-8"), Loader=yaml.BaseLoader)


def jobs() -> list[tuple[str, dict]]:
    """Every job of every workflow, with a name for messages."""
    found = [
        (f"{file.name}: {name}", job)
        for file in WORKFLOWS
        for name, job in load(file)["jobs"].items()
    ]
    assert len(found) >= 6
    return found


def steps(job: dict) -> list[dict]:
    return job.get("steps", [])


def uses() -> list[tuple[str, str, str]]:
    """Every ``uses:`` of every workflow: file, what it names, the rest of the line."""
    found = [
        (file.name, use["what"], use["comment"])
        for file in WORKFLOWS
        for use in USES.finditer(file.read_text("utf-8"))
    ]
    assert len(found) >= 10
    return found


def words(text: str) -> list[str]:
    return sorted(text.split())


def tool(name: str, *arguments: str | Path) -> subprocess.CompletedProcess:
    """Call a program of the virtual environment that runs the tests."""
    return subprocess.run(
        [TOOLS / name, *arguments], capture_output=True, text=True, check=False
    )


def validate(schema: str, *files: Path) -> subprocess.CompletedProcess:
    return tool("check-jsonschema", "--builtin-schema", schema, *files)


def audit(folder: Path) -> subprocess.CompletedProcess:
    return tool("zizmor", "--offline", "--persona=pedantic", "--no-progress", folder)


@pytest.mark.parametrize("schema", SCHEMAS)
def test_every_file_for_github_is_valid_by_its_schema(schema: str) -> None:
    assert SCHEMAS[schema]
    answer = validate(schema, *SCHEMAS[schema])
    assert answer.returncode == 0, answer.stdout + answer.stderr


def test_an_invalid_workflow_is_found(tmp_path: Path) -> None:
    file = tmp_path / "invalid.yml"
    file.write_text(INVALID, "utf-8")
    answer = validate("vendor.github-workflows", file)
    assert answer.returncode == 1
    assert "invalid.yml" in answer.stdout + answer.stderr


def test_the_workflows_pass_a_security_audit() -> None:
    answer = audit(GITHUB)
    assert answer.returncode == 0, answer.stdout + answer.stderr
    for file in WORKFLOWS:
        assert file.name in answer.stderr  # it was read


def test_an_unsafe_workflow_fails_the_security_audit(tmp_path: Path) -> None:
    folder = tmp_path / ".github" / "workflows"
    folder.mkdir(parents=True)
    (folder / "unsafe.yml").write_text(UNSAFE, "utf-8")
    answer = audit(tmp_path / ".github")
    assert answer.returncode != 0
    for finding in ("dangerous-triggers", "unpinned-uses", "template-injection"):
        assert finding in answer.stdout


def test_every_action_is_pinned_by_commit_with_its_version_beside_it() -> None:
    pinned = [use for use in uses() if not use[1].startswith("$/")]
    assert len(pinned) >= 10
    for file, what, comment in pinned:
        assert PINNED.fullmatch(what), f"{file}: {what}"
        assert VERSION.fullmatch(comment), f"{file}: {what}{comment}"


def test_an_action_has_the_same_commit_and_version_wherever_it_is_used() -> None:
    pins: dict[str, set[str]] = {}
    for _, what, comment in uses():
        pins.setdefault(what.partition("@")[0], set()).add(what + comment)
    for action, found in pins.items():
        assert len(found) == 1, f"{action}: {found}"


def test_every_job_that_runs_steps_has_a_time_limit() -> None:
    limited = [(name, job) for name, job in jobs() if "steps" in job]
    assert limited
    for name, job in limited:
        assert 0 < int(job["timeout-minutes"]) <= 60, name


def test_no_workflow_runs_a_pull_request_with_the_rights_of_the_repository() -> None:
    triggers = [(file.name, load(file)["on"]) for file in WORKFLOWS]
    assert any("pull_request" in found for _, found in triggers)
    for name, found in triggers:
        assert not {"pull_request_target", "workflow_run"} & set(found), name


def test_no_workflow_uses_a_secret() -> None:
    assert WORKFLOWS
    for file in WORKFLOWS:
        assert "secrets" not in file.read_text("utf-8"), file.name


def test_no_right_is_given_to_all_jobs_of_a_workflow() -> None:
    assert WORKFLOWS
    for file in WORKFLOWS:
        assert load(file)["permissions"] == {}, file.name


def test_only_a_job_that_runs_nothing_of_the_repository_may_write() -> None:
    writing = []
    for name, job in jobs():
        rights = job["permissions"]
        if "write" not in rights.values():
            continue
        writing.append(name)
        if rights == {"issues": "write"}:
            only = (
                r"gh issue list [^;&|`$]* >>\"\$GITHUB_OUTPUT\"",
                r"gh issue comment \"\$OPEN\" [^;&|`$]*\"\$SAID\"",
                r"gh issue create [^;&|`$]*\"\$SAID\"",
            )
            for command, step in zip(only, steps(job), strict=True):
                assert re.fullmatch(command, step["run"]), name
                assert "${{" not in step["run"], name
            continue
        if "attestations" in rights:
            assert rights == {"actions": "read", **ATTESTS}, name
            brings, attests = steps(job)
            assert re.fullmatch(r"gh run download [^;&|`]*", brings["run"]), name
            assert "${{" not in brings["run"], name
            assert attests["uses"].startswith("actions/attest-build-provenance@"), name
            continue
        assert rights == {"pages": "write", "id-token": "write"}, name
        assert job["environment"]["name"] == "github-pages", name
        for step in steps(job):
            assert "run" not in step, name
            assert step["uses"].startswith("actions/deploy-pages@"), name
    assert len(writing) == 3


def test_every_checkout_forgets_the_token() -> None:
    checkouts = [
        (name, step)
        for name, job in jobs()
        for step in steps(job)
        if step.get("uses", "").startswith("actions/checkout@")
    ]
    assert checkouts
    for name, step in checkouts:
        assert step["with"]["persist-credentials"] == "false", name


def test_no_command_has_an_expression_pasted_into_it() -> None:
    commands = [
        (name, step["run"])
        for name, job in jobs()
        for step in steps(job)
        if "run" in step
    ]
    assert commands
    for name, command in commands:
        assert "${{" not in command, name


def test_one_required_job_waits_for_all_others_and_runs_whatever_their_result() -> None:
    found = load(GITHUB / "workflows" / "checks.yml")["jobs"]
    assert [name for name, _ in jobs() if name.endswith(": required")] == [
        "checks.yml: required"
    ]
    required = found.pop("required")
    assert len(found) >= 4
    assert sorted(required["needs"]) == sorted(found)
    assert required["if"] == "always()"
    for name, job in found.items():
        wanted = "needs.changes.outputs.prose == 'true'" if name == "pages" else None
        if name in NOT_FOR_PROSE:
            wanted = "needs.changes.outputs.prose != 'true'"
        assert job.get("if") == wanted, f"{name} could be skipped"
        assert "continue-on-error" not in job, f"{name} could fail unseen"


@pytest.mark.parametrize(
    ("prose", "results", "code"),
    [
        ("true", {}, 0),
        ("true", {"site": "failure"}, 1),
        ("true", {"pages": "cancelled"}, 1),
        ("true", {"pages": "skipped"}, 1),
        ("false", {}, 0),
        ("false", {"tests": "failure"}, 1),
        ("false", {"macos": "skipped"}, 1),
        ("", {}, 0),
        ("", {"interpreter": "skipped"}, 1),
        ("", {"changes": "failure"}, 1),
    ],
)
def test_required_passes_if_every_job_that_the_change_asks_for_succeeded(
    prose: str, results: dict[str, str], code: int
) -> None:
    found = load(GITHUB / "workflows" / "checks.yml")["jobs"]
    [step] = steps(found["required"])
    outputs = {"prose": prose} if prose else {}
    left_out = NOT_FOR_PROSE if prose == "true" else {"pages"}
    needs = {
        name: {
            "result": "skipped" if name in left_out else "success",
            "outputs": outputs if name == "changes" else {},
        }
        for name in found["required"]["needs"]
    }
    for name, result in results.items():
        needs[name]["result"] = result
    assert step["shell"] == "python"
    answer = subprocess.run(
        [sys.executable, "-c", step["run"]],
        env=os.environ | {"JOBS": json.dumps(needs)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert answer.returncode == code, answer.stderr
    assert "changes" in answer.stdout


def test_only_a_pull_request_can_be_prose_alone() -> None:
    changes = load(GITHUB / "workflows" / "checks.yml")["jobs"]["changes"]
    [step] = [step for step in steps(changes) if "run" in step]
    assert step["if"] == "github.event_name == 'pull_request'"
    assert step["run"].startswith(".ci/prose HEAD^1 ")


def test_every_topic_is_put_under_stress() -> None:
    job = load(GITHUB / "workflows" / "stress.yml")["jobs"]["stress"]
    topics = sorted({path.split("/")[0] for path in Project(ROOT).snippets()})
    assert len(topics) >= 10
    assert job["strategy"]["matrix"]["topic"] == topics


def test_what_is_published_has_passed_the_same_checks_as_a_pull_request() -> None:
    found = load(GITHUB / "workflows" / "publish.yml")["jobs"]
    assert found["checks"]["uses"] == "$/.github/workflows/checks.yml"
    assert found["publish"]["needs"] == "checks"
    assert found["publish"]["if"] == "github.ref == 'refs/heads/main'"


def test_every_interpreter_that_is_required_is_brought_and_has_a_job_of_its_own() -> (
    None
):
    found = load(GITHUB / "workflows" / "checks.yml")["jobs"]
    [required] = [
        step["env"]["PROOF_REQUIRE"]
        for step in steps(found["tests"])
        if "PROOF_REQUIRE" in step.get("env", {})
    ]
    assert len(words(required)) >= 6
    for name in ("tests", "site"):
        [brought] = [
            step["with"]["python-version"]
            for step in steps(found[name])
            if "setup-python@" in step.get("uses", "")
        ]
        assert words(brought) == words(required), name
    matrix = found["interpreter"]["strategy"]["matrix"]["include"]
    assert sorted(row["python"] for row in matrix) == words(required)
