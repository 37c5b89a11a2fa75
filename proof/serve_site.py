"""Serve the site while it is being written: rebuilt on each save, reloaded in place."""

import signal
import socket
import subprocess
import sys
import threading
from pathlib import Path

from watchdog.events import FileSystemEvent, FileSystemEventHandler
from watchdog.observers import Observer

from proof import words
from proof.errors import ProofError
from proof.project import Project

HOST = "127.0.0.1"
SAVES = ("created", "modified", "moved", "deleted")


def serve(project: Project, port: int) -> int:
    """Serve until interrupted.

    MkDocs rebuilds when a page or a snippet is saved. It cannot load this package
    anew, so when the engine itself is saved, the server is started again.

    Args:
        project: What to serve.
        port: On the loopback interface.

    Returns:
        An exit code: 0 after an interrupt, else what MkDocs ended with.

    Raises:
        ProofError: The port is in use.
    """
    _check(port)
    changed = threading.Event()
    observer = Observer()
    engine = Path(__file__).parent
    observer.schedule(_OnSave(changed), str(engine), recursive=True)
    observer.start()
    for number in (signal.SIGINT, signal.SIGTERM):  # a shell may have ignored them
        signal.signal(number, signal.default_int_handler)
    server = _start(project, port)
    try:
        while True:
            if changed.wait(0.2):
                changed.clear()
                print(words.ENGINE_SAVED, file=sys.stderr)
                _stop(server)
                server = _start(project, port)
            elif (code := server.poll()) is not None:
                return code
    except KeyboardInterrupt:
        return 0
    finally:
        observer.stop()
        _stop(server)


def _start(project: Project, port: int) -> subprocess.Popen:
    command = [sys.executable, "-m", "mkdocs", "serve"]
    # Said aloud, for a release of click forgot the default of the first. A failing
    # snippet is shown on its page; it must not keep the others from being served.
    options = ["--livereload", "--no-strict", "--dev-addr", f"{HOST}:{port}"]
    return subprocess.Popen([*command, *options], cwd=project.root)


def _stop(server: subprocess.Popen) -> None:
    if server.poll() is None:
        server.send_signal(signal.SIGINT)
        try:
            server.wait(timeout=10)
        except subprocess.TimeoutExpired:
            server.kill()
            server.wait()


def _check(port: int) -> None:
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((HOST, port))
        except (OSError, OverflowError) as error:
            text = words.PORT_IN_USE.format(port, error)
            raise ProofError("PORT", 1, text) from None


class _OnSave(FileSystemEventHandler):
    def __init__(self, changed: threading.Event) -> None:
        self.changed = changed

    def on_any_event(self, event: FileSystemEvent) -> None:
        # Many editors write a new file and move it over the old one.
        paths = (str(event.src_path), str(event.dest_path))
        if event.event_type in SAVES and any(path.endswith(".py") for path in paths):
            self.changed.set()
