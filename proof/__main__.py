"""The command line: ``python -m proof COMMAND``; see ``python -m proof --help``."""

import argparse
import os
import sys
from collections.abc import Callable
from importlib import import_module
from pathlib import Path

from proof import project, words
from proof.console import console as terminal
from proof.errors import ProofError

RUNS = "PROOF_RUNS"  # see `proof.runs.adopted`
INTERRUPTED = 130  # what a shell makes of SIGINT


def main(argv: list[str] | None = None) -> int:
    """Run one command; return the exit code."""
    given = sys.argv[1:] if argv is None else argv
    # What follows -- belongs to the snippet, whatever it looks like.
    split = given.index("--") if "--" in given else len(given)
    options = _parser().parse_args(given[:split])
    for stream in (sys.stdout, sys.stderr):  # which may know few letters
        stream.reconfigure(errors="backslashreplace")
    console = terminal()
    try:
        _can_run(options)
        return options.command(
            project.here(), console, options, tuple(given[split + 1 :])
        )
    except ProofError as error:
        console.print(str(error))
        return 1
    except KeyboardInterrupt:
        console.print(words.INTERRUPTED)
        return INTERRUPTED


def _can_run(options: argparse.Namespace) -> None:
    """Look that nothing is asked to be run where nothing is, or can be.

    Raises:
        ProofError: Something is: the site is built of an export, or the engine does not
            run on this system.
    """
    if not options.runs:
        return
    if os.environ.get(RUNS):
        raise ProofError(RUNS, 1, words.ONLY_BUILDS)
    engineless = (
        vars(options).get("uncontained") or vars(options).get("only") == "rules"
    )
    if not (engineless or hasattr(os, "fork")):
        raise ProofError(sys.platform, 1, words.NO_ENGINE)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m proof", description=__doc__)
    parser.set_defaults(runs=False)
    verbs = parser.add_subparsers(required=True, metavar="COMMAND")
    check = verbs.add_parser(
        "check", help="apply the rules, run programs afresh, report every failure"
    )
    check.add_argument(
        "paths", nargs="*", type=Path, help="programs, pages or folders; all"
    )
    check.add_argument(
        "--python", action="append", help="3.14, 3.14t or a path; may be repeated"
    )
    check.add_argument(
        "--changed", action="store_true", help="run only what differs from main"
    )
    check.add_argument("--times", type=_count, default=1, help="run each so often")
    check.add_argument(
        "--load", type=_count, default=0, help="beside so many processes that compute"
    )
    check.add_argument("--only", choices=("rules", "runs"))
    check.set_defaults(command=_late("checking", "check"), runs=True)
    new = verbs.add_parser("new", help="write a program, and its place on a page")
    new.add_argument("name", help="TOPIC/NAME")
    new.add_argument("--page", required=True, help="docs/TOPIC/PAGE.md")
    new.add_argument("--title", help="of its section; the name's words")
    new.set_defaults(command=_late("skeleton", "new"))
    run = verbs.add_parser("run", help="run one snippet and show all about it")
    run.add_argument("path", type=Path)
    run.add_argument("--python", help="3.14, 3.14t or a path")
    run.set_defaults(command=_late("commands", "run"), runs=True)
    record = verbs.add_parser("record", help="keep a snippet's runs in recordings/")
    record.add_argument("path", nargs="?", type=Path)
    record.add_argument("--python", help="3.14, 3.14t or a path")
    record.add_argument(
        "--stale", action="store_true", help="make all that are missing or outdated"
    )
    record.set_defaults(command=_late("commands", "record"), runs=True)
    listing = verbs.add_parser("list", help="every snippet, its claim, pages and runs")
    listing.set_defaults(command=_late("commands", "list_all"))
    export = verbs.add_parser("export", help="write this machine's runs into a file")
    export.add_argument("folder", type=Path)
    export.add_argument(
        "--python", action="append", help="3.14, 3.14t or a path; may be repeated"
    )
    export.add_argument("--name", default="", help="what readers call this machine")
    export.add_argument(
        "--attested", default="", help="where its attestation is: a URL"
    )
    export.add_argument(
        "--uncontained",
        action="store_true",
        help="run programs without the engine, as where it does not run: on Windows",
    )
    export.set_defaults(command=_late("exporting", "export"), runs=True)
    imported = verbs.add_parser("import", help="keep the runs of other machines")
    imported.add_argument("paths", nargs="+", type=Path, help="files or folders")
    imported.set_defaults(command=_late("importing", "take"))
    remote = verbs.add_parser(
        "remote", help="run every program on another machine by ssh, and keep its runs"
    )
    remote.add_argument("host", help="as ssh takes it: user@host, ssh://user@host:22")
    remote.add_argument(
        "--python", action="append", help="one of that machine; may be repeated"
    )
    remote.add_argument("--name", default="", help="what readers call that machine")
    # Nothing is run here, so a site that is built of an export can have its runs, too.
    remote.set_defaults(command=_late("remote", "remote"))
    compiled = verbs.add_parser(
        "compile", help="write which claims hold where, as data"
    )
    compiled.add_argument("folder", type=Path)
    compiled.set_defaults(command=_late("worlds.compiled", "compile_all"))
    serve = verbs.add_parser("serve", help="serve the site and rebuild it on each save")
    serve.add_argument("--port", type=int, default=8000)
    serve.set_defaults(command=_late("serve.command", "serve"))
    return parser


def _late(module: str, name: str) -> Callable[..., int]:
    """A command whose module is loaded when it is called: some take half a second."""
    return lambda *given: getattr(import_module(f"proof.{module}"), name)(*given)


def _count(text: str) -> int:
    number = int(text)
    if not 1 <= number <= 1000:
        raise argparse.ArgumentTypeError(f"{text} is not from 1 to 1000")
    return number


if __name__ == "__main__":
    sys.exit(main())
