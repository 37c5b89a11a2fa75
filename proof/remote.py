"""``proof remote``: every program is run on a machine of one's own, by ssh.

One ``ssh`` takes the project there and its export back. What runs there is
`proof.worlds.there`. Nothing that comes back is trusted: it is looked at, and kept, as
``proof import`` does it.
"""

import argparse
import contextlib
import hashlib
import inspect
import io
import os
import shlex
import subprocess
import sys
import tarfile
from pathlib import Path

from rich.console import Console

from proof import changed, importing, words
from proof.errors import ProofError
from proof.project import Project
from proof.runs import bundle, card
from proof.worlds import there

SSH = (
    "ssh",
    # Binary data comes back, whatever a configuration says of terminals.
    "-T",
    # Programs there reach nothing here: neither keys, nor the screen, nor a port.
    "-a",
    "-x",
    "-oClearAllForwardings=yes",
    "-oGSSAPIDelegateCredentials=no",
    # What the configuration has a login do would take the command's place.
    "-oRemoteCommand=none",
    # A connection that is gone is found out, and not waited for.
    "-oServerAliveInterval=30",
)
# Any shell passes this on as it is; the rest comes by standard input.
START = 'exec python3 -I -c "import sys; exec(sys.stdin.buffer.read({}))"'
WHY = {
    there.NO_MAKE: words.REMOTE_NO_MAKE,
    there.NOT_READY: words.REMOTE_NOT_READY,
}
SSH_FAILED = 255  # what ssh makes of its own errors


def remote(
    project: Project, console: Console, options: argparse.Namespace, args: tuple
) -> int:
    """Have another machine run all programs, and keep its runs here.

    What failed there comes, too: that it fails is what readers want to know. The exit
    code is that of ``proof export`` there, or of ``proof import``.
    """
    host = options.host
    if host.startswith("-"):
        raise ProofError(host, 1, words.REMOTE_NO_HOST)
    wanted = [f"--python={python}" for python in options.python or ()]
    if options.name:
        wanted.append(f"--name={options.name}")
    code, begun, content = _asked(host, _program(project.root, wanted))
    if code not in (0, 1) or not content:
        text = _why(code, begun).format(shlex.quote(host))
        raise ProofError(host, 1, text)
    reader = host, lambda: bundle.parse(host, content)
    return importing.keep(project, console, [reader]) or code


def _program(root: Path, wanted: list[str]) -> tuple[bytes, bytes]:
    """What the other machine executes, and the project's files, which that reads."""
    files = _packed(root)
    digest = hashlib.sha256(os.fsencode(root.resolve())).hexdigest()
    folder = f"{card.slug(root.name)}-{digest[:12]}"
    given = (len(files), folder, wanted, words.REMOTE_WAITS)
    text = f"{inspect.getsource(there)}\nsys.exit(main(*{given!a}))\n"
    return text.encode(), files


def _packed(root: Path) -> bytes:
    """All files of a project that git knows or does not ignore, as they are now."""
    listed = changed.git(root, "ls-files", "-coz", "--exclude-standard")
    if listed is None:
        raise ProofError(root, 1, words.REMOTE_NO_GIT)
    packed = io.BytesIO()
    with tarfile.open(fileobj=packed, mode="w:gz", compresslevel=6) as tar:
        for path in sorted(set(listed.split("\0")) - {""}):
            try:
                tar.add(root / path, path, recursive=False, filter=_anybodys)
            except FileNotFoundError:
                continue  # git still knows it
            except OSError as error:
                text = words.CANNOT_READ.format(error.strerror or error)
                raise ProofError(path, 1, text) from None
    return packed.getvalue()


def _anybodys(entry: tarfile.TarInfo) -> tarfile.TarInfo:
    """A file that root unpacks as its own, not as that of some number."""
    entry.uid = entry.gid = 0
    entry.uname = entry.gname = ""
    return entry


def _asked(host: str, program: tuple[bytes, bytes]) -> tuple[int, bool, bytes]:
    """Have a host execute a program.

    Returns:
        The exit code of ssh, whether the program has begun, and what it wrote.
    """
    command = [*SSH, "--", host, START.format(len(program[0]))]
    if not sys.stdin.isatty():
        # Whoever sits at a terminal may be asked for a password. In a script nobody
        # answers, and ssh would wait for that wherever it finds a terminal.
        command.insert(1, "-oBatchMode=yes")
    try:
        ssh = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
    except FileNotFoundError:
        raise ProofError(host, 1, words.REMOTE_NO_SSH) from None
    with ssh:
        try:
            _send(ssh.stdin.fileno(), b"".join(program))
            # Standard input stays open: when it ends, so does all that runs there.
            said = ssh.stdout.read(bundle.LARGEST)
        except BaseException:
            ssh.terminate()
            raise
    _, begun, content = said.partition(there.BEGIN)
    return ssh.returncode, bool(begun), content


def _send(pipe: int, data: bytes) -> None:
    """Write to ssh, which may have ended: its exit code says why."""
    left = memoryview(data)
    with contextlib.suppress(BrokenPipeError):
        while left:
            left = left[os.write(pipe, left) :]


def _why(code: int, begun: bool) -> str:
    """Why no export has come, and what to do."""
    if code == SSH_FAILED or code < 0:
        return words.REMOTE_CUT if begun else words.REMOTE_UNREACHED
    if not begun:
        return words.REMOTE_NO_PYTHON
    return WHY.get(code, words.REMOTE_NO_EXPORT)
