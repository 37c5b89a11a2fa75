"""The command ``serve``: it becomes ``mkdocs serve`` before anything else is loaded."""

import argparse
import os
import socket
import subprocess
import sys

from rich.console import Console

from proof import words
from proof.errors import ProofError
from proof.project import Project
from proof.runs.machine import HAS_ENGINE


def serve(
    project: Project, console: Console, options: argparse.Namespace, args: tuple
) -> int:
    """Become ``mkdocs serve``, on loopback; see `proof.serve`.

    Raises:
        ProofError: The port is in use.
    """
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", options.port))
        except (OSError, OverflowError) as error:
            text = words.PORT_IN_USE.format(options.port, error)
            raise ProofError("PORT", 1, text) from None
    command = [sys.executable, "-m", "mkdocs", "serve"]
    command += ["--config-file", str(project.root / "mkdocs.yml")]
    command += ["--dev-addr", f"127.0.0.1:{options.port}"]
    # Material says on each start when it ends; CONTRIBUTING.md says what we do then.
    os.environ.setdefault("NO_MKDOCS_2_WARNING", "true")
    if not HAS_ENGINE:  # on Windows a process cannot become another
        return subprocess.call(command)
    os.execv(sys.executable, command)
