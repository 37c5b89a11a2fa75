"""Begins a server whose engine was saved, and waits while that cannot be loaded.

`proof.serve.site` runs it by its text: nothing that is being edited may be needed here.
"""

import os
import runpy
import sys
import time
from pathlib import Path

LISTENING = "PROOF_LISTENING"  # a socket that an earlier engine has opened


def main(wrong: str, engine: str, config: str, *command: str) -> None:
    """Serve; where nothing can be served, say why, and try again after the next save.

    Args:
        wrong: What to say, with braces for the reason.
        engine: The folder of its modules.
        config: MkDocs' configuration file.
        command: ``-m`` and a module, or a file; and the arguments of what serves.

    Raises:
        SystemExit: The server has ended as it was asked to.
    """
    seen = newest(engine, config)
    kept = os.dup(int(os.environ[LISTENING]))
    os.set_inheritable(kept, True)
    try:
        if command[0] == "-m":
            sys.argv = list(command[1:])  # the first becomes the module's file
            runpy.run_module(command[1], run_name="__main__", alter_sys=True)
        else:
            sys.argv = list(command)
            runpy.run_path(command[0], run_name="__main__")
        return
    except SystemExit as end:
        if not end.code:
            raise
        why = f"it ended with {end.code}"
    except Exception as error:
        why = f"{type(error).__name__}: {error}"
    print("ERROR   - ", wrong.format(why), file=sys.stderr, flush=True)
    try:
        while newest(engine, config) == seen:
            time.sleep(0.1)
    except KeyboardInterrupt:
        raise SystemExit(0) from None
    os.environ[LISTENING] = str(kept)
    os.execv(sys.executable, [sys.executable, *sys.orig_argv[1:]])


def command() -> list[str]:
    """What serves in this process, as `main` wants it."""
    spec = sys.modules["__main__"].__spec__
    return ["-m", spec.parent, *sys.argv[1:]] if spec else sys.argv


def newest(engine: str, *others: str) -> int:
    """Nanoseconds of the last save of a module or of another file."""
    files = [*Path(engine).rglob("*.py"), *map(Path, others)]
    return max((one.stat().st_mtime_ns for one in files if one.exists()), default=0)


if __name__ == "__main__":
    main(*sys.argv[1:])
