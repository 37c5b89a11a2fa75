"""What failed beside others is asked again alone, and nothing else is."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.__main__ import ALONE, MOST
from tests.conftest import ROOT

# The file has a line for each time at which it was run.
COUNTS = """
from pathlib import Path

def times():
    file = Path("times")
    with file.open("a") as log:
        log.write("x\\n")
    return len(file.read_text().split())

"""


@pytest.mark.parametrize(
    ("again", "test", "code", "times"),
    [
        ("", "def test(): assert times() > 1", 1, 1),
        ("3", "def test(): assert times() > 0", 0, 1),
        ("3", "def test(): assert times() > 1", 0, 4),
        ("3", "def test(): assert times() not in (1, 3)", 1, 4),
        ("3", "def test(): assert times() > 9", 1, 4),
        ("3", "times(); wrong", 2, 4),
        ("3", f"for n in range({MOST + 1}): globals()[f'test_{{n}}'] = fails", 1, 0),
    ],
)
def test_a_failure_counts_unless_it_never_comes_again_alone(
    tmp_path: Path, again: str, test: str, code: int, times: int
):
    fails = "def fails(): assert False\n"
    for path in [*ALONE, "tests/test_last.py"]:
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text("def test(): pass\n")
    (tmp_path / "tests" / "test_last.py").write_text(COUNTS + fails + test)
    kept = {name: os.environ[name] for name in ("PATH", "HOME") if name in os.environ}
    answer = subprocess.run(
        [sys.executable, ROOT / "tests" / "__main__.py"],
        cwd=tmp_path,
        env=kept | {"PROOF_AGAIN": again, "PROOF_PLACES": "1"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert answer.returncode == code, answer.stdout
    log = tmp_path / "times"
    assert len(log.read_text().split() if log.exists() else []) == times
    asked = "asked again alone:\n= tests/test_last.py" in answer.stdout
    assert asked == (times > 1)
