"""``python -m tests``: every check; most of them side by side, on one built site."""

import os
import subprocess
import sys
import tempfile

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


def main() -> int:
    """Run pytest twice: for what has to be alone, then for the rest."""
    with tempfile.TemporaryDirectory(prefix="proof-built-") as folder:
        os.environ.setdefault("PROOF_BUILT", folder)
        # It promises a time, as long as nothing else is tested.
        alone = [*ALONE, "tests/browser/test_serve.py"]
        code = _pytest(*(alone if os.environ.get("PROOF_BROWSER") else ALONE))
        # A test that waits, as for a page, leaves a CPU to another.
        places = os.environ.get("PROOF_PLACES") or str((os.cpu_count() or 1) + 1)
        rest = [f"--ignore={path}" for path in alone]
        return _pytest("-n", places, *rest, "tests") or code


def _pytest(*words: str) -> int:
    return subprocess.call([sys.executable, "-m", "pytest", *words])


if __name__ == "__main__":
    sys.exit(main())
