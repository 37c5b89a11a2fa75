"""``python -m tests``: every check; most of them side by side, on one built site."""

import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path

# They build the site and measure, or look for what is left on the whole machine.
ALONE = [
    f"tests/{name}.py"
    for name in (
        "test_snippets",
        "test_brokers",
        "labs/test_notebooks",
        "test_site",
        "test_builders",
        "test_programs_at_home",
    )
]


MOST = 10  # that fail by accident
FAILED = Path(".pytest_cache/v/cache/lastfailed")


def main() -> int:
    """Run pytest twice: for what has to be alone, then for the rest.

    Where ``PROOF_AGAIN`` gives a number, tests that failed are run so often again, one
    by one, and have failed if they do so once more: whoever sets it has several of
    these on one machine at a time, which nobody else has.
    """
    with tempfile.TemporaryDirectory(prefix="proof-built-") as folder:
        os.environ.setdefault("PROOF_BUILT", folder)
        # It promises a time, as long as nothing else is tested.
        alone = [*ALONE, "tests/browser/test_serve.py"]
        if not os.environ.get("PROOF_BROWSER"):
            alone = ALONE
        # A test that waits, as for a page, leaves a CPU to another.
        places = os.environ.get("PROOF_PLACES") or str((os.cpu_count() or 1) + 1)
        rest = [f"--ignore={path}" for path in alone]
        code = _pytest(*alone), _pytest("-n", places, *rest, "tests")
        again = int(os.environ.get("PROOF_AGAIN") or 0)
        # Anything else than a failed test is no accident.
        return _again(again) if again and max(code) == 1 else max(code)


def _again(times: int) -> int:
    failed = list(json.loads(FAILED.read_text("utf-8")))
    if len(failed) > MOST:
        return 1
    Path(os.environ["PROOF_BUILT"], "said").unlink(missing_ok=True)  # build again
    print("= Failed beside others, asked again alone:", *failed, sep="\n= ", flush=True)
    return max(_pytest("-p", "no:cacheprovider", *failed) for _ in range(times))


def _pytest(*words: str) -> int:
    return subprocess.call([sys.executable, "-m", "pytest", *words])


if __name__ == "__main__":
    sys.exit(main())
