# /// script
# requires-python = ">=3.11"
# dependencies = ["pytest", "pytest-xdist"]
# [tool.proof]
# kind = "symptom"
# group = "beyond"
# limit = 60
# ///
"""pytest-xdist makes a session fixture in each worker, and replaces a crashed one."""

import os
import pathlib
import re
import subprocess
import sys
import tempfile

TESTS = """
import os, pytest

@pytest.fixture(scope="session")
def database():
    print(f"made by process {os.getpid()}")

@pytest.mark.parametrize("number", range(6))
def test_with_database(database, number):
    assert number >= 0

def test_that_crashes():
    os._exit(1)
"""
COMMAND = [sys.executable, "-m", "pytest", "-n2", "-rA", "-p", "no:cacheprovider"]

with tempfile.TemporaryDirectory() as folder:
    pathlib.Path(folder, "test_shop.py").write_text(TESTS)
    env = os.environ | {"TMPDIR": folder}
    run = subprocess.run(COMMAND, cwd=folder, env=env, capture_output=True, text=True)
makers = re.findall(r"made by process (\d+)", run.stdout)
print("processes that made the fixture, each once:", len(makers))
for pattern in r"replacing crashed worker gw\d", r"worker 'gw\d' crashed.*crashes'":
    print(re.search(pattern, run.stdout)[0])
print(re.search(r"\d failed, \d passed", run.stdout)[0])
assert len(makers) == len(set(makers)) > 1
assert "1 failed, 6 passed" in run.stdout
