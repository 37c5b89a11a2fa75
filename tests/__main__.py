"""``python -m tests``: every check; those in the browser side by side, on one site."""

import os
import subprocess
import sys
import tempfile

BROWSER = "tests/browser"


def main() -> int:
    """Run pytest once without the browser and, where there is one, once with it."""
    with tempfile.TemporaryDirectory(prefix="proof-built-") as folder:
        os.environ["PROOF_BUILT"] = folder
        code = _pytest(f"--ignore={BROWSER}")
        if os.environ.get("PROOF_BROWSER"):
            code = _pytest("-n", str(os.cpu_count() or 1), BROWSER) or code
    return code


def _pytest(*words: str) -> int:
    return subprocess.call([sys.executable, "-m", "pytest", *words])


if __name__ == "__main__":
    sys.exit(main())
