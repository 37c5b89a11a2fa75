"""Two machines, played on one, are merged into one site in any order."""

import os
import re
import subprocess
import sys
from pathlib import Path

from proof.programs import interpreters
from proof.runs import bundle
from tests.conftest import ROOT, Folder

CORES = "import os\nprint('cores', len(os.sched_getaffinity(0)))\n"
LINUX = '# /// script\n# [tool.proof]\n# platform = "linux"\n# ///\n'


def exported(folder: Folder, name: str, python: str, cpus: set[int]) -> Path:
    """What a machine of so many cores and one interpreter exports."""
    place = folder.root / "exports" / name
    words = ["proof", "export", str(place), "--name", name, "--python", python]
    before = os.sched_getaffinity(0)
    os.sched_setaffinity(0, cpus)
    try:
        subprocess.run(
            [sys.executable, "-m", *words],
            cwd=folder.root,
            env=folder.environment(
                PROOF_STORE=str(folder.root / f"store of {name}"), PYTHONPATH=str(ROOT)
            ),
            check=True,
            capture_output=True,
        )
    finally:
        os.sched_setaffinity(0, before)
    [file] = place.iterdir()
    return file


def site(folder: Folder, number: int, files: list[Path]) -> str:
    """A page of the site that has what so many files say of other machines."""
    store = str(folder.root / f"store {number}")
    words = ["import", *map(str, files)]
    answer = folder.proof(*words, PROOF_STORE=store)
    assert answer.returncode == 0, answer.stdout
    answer = folder.build("-d", f"site{number}", PROOF_STORE=store)
    assert answer.returncode == 0, answer.stderr
    html = (folder.root / f"site{number}" / "page" / "index.html").read_text("utf-8")
    return " ".join(re.findall(r"(?s)<summary>On .*?</details>", html))


def test_two_machines_are_found_on_a_page_in_any_order(folder: Folder):
    folder.snippet("topic/same.py", "print('the same')\n")
    folder.snippet("topic/cores.py", LINUX + CORES)
    folder.page("page.md", "topic/same.py", "topic/cores.py")
    every = sorted(os.sched_getaffinity(0))
    have = [one.name for one in interpreters.available() if not one.threaded]
    small = exported(folder, "small", have[0], {every[0]})
    large = exported(folder, "large", have[-1], set(every))
    # Another kernel, as its card says; the file is one that nobody vouches for.
    held = bundle.read(large)
    large = bundle.write(
        folder.root / "exports", held.machine | {"release": "99.0-other"}, held.runs
    )
    orders = [[small, large], [large, small], [small, large, small, large]]
    pages = [site(folder, number, order) for number, order in enumerate(orders)]
    assert pages[0] == pages[1] == pages[2]
    assert "On 2 other machines: the same everywhere" in pages[0]
    labels = [one.label for one in interpreters.available() if not one.threaded]
    assert f"small · {labels[0]}" in pages[0]
    assert f"large · {labels[-1]}" in pages[0]
    if len(every) > 1:
        assert "On 2 other machines: 1 of 2 runs differs" in pages[0]
        row = next(row for row in pages[0].split("<tr>") if "cores 1" in row)
        assert "small" in row and "large" not in row
