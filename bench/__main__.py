"""``python -m bench``: measure the engine on this site and print one table."""

import argparse
import os
import signal
import sys
import tempfile
import time
from pathlib import Path

from rich.console import Console

from bench import (
    build_rows,
    builds,
    disturbed,
    picture_rows,
    run_rows,
    sites,
    table,
)
from bench.stage import prepare
from proof import project
from proof.errors import ProofError

BASE = "8dbbc3b"  # before builds were made faster; any commit can be named instead
ROWS = (
    build_rows.cold,
    build_rows.warm,
    build_rows.base,
    run_rows.edited,
    run_rows.quick,
    run_rows.cost,
    build_rows.memory,
    run_rows.trace,
    picture_rows.pictures,
    picture_rows.traces,
    disturbed.disturbed,
)


def main(argv: list[str] | None = None) -> int:
    """Measure and print; return 0, whatever the figures are.

    Raises:
        SystemExit: Something could not be measured.
    """
    parser = argparse.ArgumentParser(prog="python -m bench", description=__doc__)
    text = "how often to measure each thing; 5, and fewer only to try the bench itself"
    parser.add_argument("--rounds", type=int, default=5, help=text)
    text = f"the commit that the row base compares with; {BASE}"
    parser.add_argument("--base", default=BASE, help=text)
    names = [measure.__name__ for measure in ROWS]
    parser.add_argument("rows", nargs="*", help=f"some of {', '.join(names)}; all")
    options = parser.parse_args(argv)
    if unknown := sorted(set(options.rows) - set(names)):
        parser.error(f"no row is called {', '.join(unknown)}")
    rounds = options.rounds
    chosen = [row for row in ROWS if row.__name__ in (options.rows or names)]
    signal.signal(signal.SIGTERM, signal.default_int_handler)  # so that all is undone
    builds.adopt_orphans()
    progress = Console(stderr=True, highlight=False)
    load = os.getloadavg()[0]
    began = time.monotonic()

    def say(text: str) -> None:
        progress.print(f"{time.monotonic() - began:5.0f} s  {text}", markup=False)

    with tempfile.TemporaryDirectory(prefix="proof-bench-") as folder:
        # Whatever is started makes its temporary files in there too.
        os.environ["TMPDIR"] = tempfile.tempdir = folder
        try:
            root = project.here().root
            stage = prepare(root, options.base, Path(folder), rounds, say)
            size = sites.size(stage.site)
            measured = [row for measure in chosen for row in measure(stage)]
        except (ProofError, RuntimeError) as error:
            sys.exit(f"bench: {error}")
        finally:
            builds.end_leftovers()
    table.show(Console(), size, load, measured)
    return 0


if __name__ == "__main__":
    sys.exit(main())
