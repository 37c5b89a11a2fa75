"""Programs run on another machine: by a real ssh, on a real sshd of this machine."""

import ast
import contextlib
import getpass
import os
import shlex
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import psutil
import pytest

from proof import remote
from proof.programs import snippet
from proof.runs import bundle, card
from proof.worlds.kept import Kept
from tests.conftest import ROOT, Folder, alive

SSHD = shutil.which("sshd", path=f"{os.environ['PATH']}:/usr/sbin:/usr/local/sbin")
pytestmark = [
    pytest.mark.skipif(sys.platform != "linux", reason="was tried with Linux's sshd"),
    # Where CI requires everything, it requires this, too.
    pytest.mark.skipif(
        not SSHD and "PROOF_REQUIRE" not in os.environ, reason="needs sshd"
    ),
    pytest.mark.timeout(300),
]
# As the project's own, but that nothing is installed: what the tests run on is taken.
MAKEFILE = """\
.venv/ready: requirements.txt
	mkdir -p .venv/bin
	cp python .venv/bin/python
	date >> .venv/ready
"""
PYTHON = f"""\
export PYTHONPATH={ROOT}
{{before}}
exec {sys.executable} "$@"
"""


@dataclass(frozen=True)
class There:
    """The other machine.

    Attributes:
        root: Has its home, and what ssh and sshd are told.
        folder: The project here.
    """

    root: Path
    folder: Folder

    @property
    def home(self) -> Path:
        return self.root / "home"

    @property
    def project(self) -> Path:
        """Where the project is there."""
        [found] = (self.home / ".cache" / "proof-of-concurrency").iterdir()
        return found

    def tools(self, *names: str) -> None:
        """Have these commands there, and no others."""
        shutil.rmtree(self.root / "bin", ignore_errors=True)
        (self.root / "bin").mkdir()
        for name in names:
            path = sys.executable if name == "python3" else shutil.which(name)
            executable(self.root / "bin" / name, f'exec {path} "$@"')

    def configure(self, *more: str) -> None:
        """Tell sshd what it is told, and more.

        It talks by standard input and output, for ssh starts it in place of a
        connection: no port is needed, and it ends with ssh.
        """
        lines = [
            *more,
            f"HostKey {self.root / 'host'}",
            f"AuthorizedKeysFile {self.root / 'mine.pub'}",
            "PasswordAuthentication no",
            "KbdInteractiveAuthentication no",
            "StrictModes no",
            f"PidFile {self.root / 'pid'}",
            f"SetEnv HOME={self.home} PATH={self.root / 'bin'}",
        ]
        (self.root / "sshd").write_text("\n".join(lines) + "\n", "utf-8")

    def python(self, before: str = "") -> None:
        """What .venv/bin/python is there, and what it does first."""
        executable(self.folder.root / "python", PYTHON.format(before=before))

    @property
    def path(self) -> str:
        return f"{self.root / 'here'}:{os.environ['PATH']}"

    def call(self, *words: str, **more: str) -> subprocess.CompletedProcess:
        """Call ``proof remote there``."""
        return self.folder.proof(
            "remote", "there", *words, **{"PATH": self.path} | more
        )

    def failing(self, problem: str, *words: str, **more: str) -> str:
        """Call it; nothing must have come, and a sentence say why."""
        answer = self.call(*words, **more)
        assert answer.returncode == 1, answer.stderr
        assert f"there:1: {problem}" in answer.stdout, answer.stderr
        assert "Traceback" not in answer.stderr
        assert not (self.folder.root / "store").exists()
        return answer.stderr


TOOLS = ("sh", "make", "mkdir", "cp", "date", "env", "cat", "python3")


@pytest.fixture
def there(folder: Folder, tmp_path_factory: pytest.TempPathFactory) -> There:
    assert SSHD, "install sshd: Debian's package openssh-server"
    root = tmp_path_factory.mktemp("there")
    one = There(root, folder)
    for name in ("home", "here"):
        (root / name).mkdir()
    # A shell that greets, which goes where the export goes.
    (one.home / ".bashrc").write_text("echo welcome\n", "utf-8")
    for name in ("host", "mine"):
        command = ["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", root / name]
        subprocess.run(command, check=True)
    if os.geteuid() == 0:
        Path("/run/sshd").mkdir(exist_ok=True)  # sshd of root starts with it alone
    (root / "known").write_text(
        f"there {(root / 'host.pub').read_text('utf-8')}", "utf-8"
    )
    (root / "ssh").write_text(
        f"Host there\n ProxyCommand {SSHD} -i -E {root / 'log'} -f {root / 'sshd'}\n"
        f"Host nowhere\n HostName 127.0.0.1\n Port 1\n"
        f"Host *\n User {getpass.getuser()}\n IdentityFile {root / 'mine'}\n"
        f" IdentitiesOnly yes\n UserKnownHostsFile {root / 'known'}\n"
        " ForwardAgent yes\n RequestTTY force\n LogLevel ERROR\n",
        "utf-8",
    )
    ssh = f'exec {shutil.which("ssh")} -F {root / "ssh"} "$@"'
    executable(root / "here" / "ssh", ssh)
    one.tools(*TOOLS)
    one.configure()
    one.python()
    write(folder, "Makefile", MAKEFILE)
    write(folder, "requirements.txt", "")
    write(folder, ".gitignore", "/.venv/\n/.proof/\n/store/\n/scratch/\n")
    subprocess.run(["git", "init", "--quiet"], cwd=folder.root, check=True)
    return one


def executable(file: Path, text: str) -> None:
    file.write_text(f"#!/bin/sh\n{text}\n", "utf-8")
    file.chmod(0o755)


def write(folder: Folder, name: str, text: str) -> None:
    (folder.root / name).write_text(text, "utf-8")


def held(folder: Folder) -> dict[str, list[str]]:
    """What each program has printed on other machines."""
    kept = Kept(folder.project)
    machines = kept.machines()
    return {
        path: [
            "".join(text for _, text in world.run.stdout)
            for world in kept.of(snippet.read(folder.root, path).digest, machines)
        ]
        for path in folder.project.snippets()
    }


def test_runs_of_a_machine_come_and_what_it_has_run_is_not_run_again(there: There):
    folder, name = there.folder, 'it\'s "there"; $HOME'
    folder.snippet("topic/a.py", "print('a')\n")
    folder.snippet("topic/naïve name.py", "print('b')\n")
    answer = there.call("--name", name)
    assert answer.returncode == 0, answer.stderr
    assert f"there: 2 runs of {name}, 2 of them new" in answer.stdout
    assert list(held(folder).values()) == [["a"], ["b"]]
    # Where a site is built of an export nothing is run, and here nothing is.
    answer = there.call("--name", name, PROOF_RUNS="nowhere.runs")
    assert answer.returncode == 0, answer.stderr
    assert f"there: 2 runs of {name}, 0 of them new" in answer.stdout
    assert not list(there.home.glob("**/*.runs"))


def test_the_other_machine_has_the_files_as_they_are_here(there: There):
    folder = there.folder
    for name in ("a", "b"):
        folder.snippet(f"topic/{name}.py", f"print('{name}')\n")
    (folder.root / "link").symlink_to("nowhere")
    write(folder, "soon gone", "")
    subprocess.run(["git", "add", "--all"], cwd=folder.root, check=True)
    assert there.call("--name", "one").returncode == 0
    assert (there.project / "link").readlink() == Path("nowhere")
    (folder.root / "snippets/topic/a.py").unlink()
    (folder.root / "soon gone").unlink()
    folder.snippet("topic/b.py", "print('changed')\n")
    write(folder, "link", "no link any more")
    answer = there.call("--name", "one")
    assert answer.returncode == 0, answer.stdout
    assert "there: 1 run of one, 1 of them new" in answer.stdout
    assert held(folder) == {"topic/b.py": ["changed"]}
    assert not (there.project / "snippets/topic/a.py").exists()
    assert {file.name for file in there.project.iterdir()} == {
        *(file.name for file in folder.root.iterdir()),
        *(".venv", ".proof"),
    } - {".git", "store", "scratch"}


def test_a_program_that_fails_there_is_known_here(there: There):
    there.folder.snippet("topic/fails.py", "print('c')\nraise SystemExit(3)\n")
    answer = there.call()
    assert answer.returncode == 0, answer.stderr  # as for proof export
    assert "1 run, 1 of which failed" in answer.stderr
    assert held(there.folder) == {"topic/fails.py": ["c"]}


def test_an_interpreter_of_that_machine_is_chosen(there: There):
    there.folder.snippet("topic/a.py", "print('a')\n")
    answer = there.call("--python", sys.executable)
    assert answer.returncode == 0, answer.stderr
    assert held(there.folder) == {"topic/a.py": ["a"]}
    answer = there.call("--python", "2.7")
    assert answer.returncode == 1
    assert "there:1: has exported no runs" in answer.stdout
    assert "--python:1: " in answer.stderr


def test_a_program_that_cannot_be_run_there_is_said(there: There):
    there.folder.snippet("topic/a.py", "print('a')\n")
    there.folder.snippet("topic/b.py", "def broken(:\n")
    answer = there.call()
    assert answer.returncode == 1
    assert "snippets/topic/b.py:" in answer.stderr
    assert "1 run of" in answer.stdout


def test_make_sees_that_what_is_to_be_installed_has_changed(there: There):
    times = []
    for age in (0, 1_000_000):  # a clock here that is behind is no reason
        write(there.folder, "requirements.txt", f"# {age}\n")
        os.utime(there.folder.root / "requirements.txt", (2000, time.time() - age))
        assert there.call().returncode == 0
        times.append((there.project / ".venv/ready").read_text().count("\n"))
    assert times == [1, 2]


def test_an_agent_and_forwarded_ports_are_not_taken_there(there: There):
    there.python(before=f"env > {there.root / 'seen'}")
    agent = there.root / "agent"
    command = ["ssh-agent", "-D", "-a", str(agent)]
    with subprocess.Popen(command, stdout=subprocess.DEVNULL) as process:
        try:
            deadline = time.monotonic() + 30
            while not agent.exists() and time.monotonic() < deadline:
                time.sleep(0.01)
            answer = there.call(SSH_AUTH_SOCK=str(agent), DISPLAY=":0")
        finally:
            process.kill()
    assert answer.returncode == 0, answer.stderr
    seen = (there.root / "seen").read_text("utf-8")
    assert "SSH_CONNECTION" in seen
    assert "SSH_AUTH_SOCK" not in seen and "DISPLAY" not in seen


def test_a_machine_that_cannot_be_reached_is_named(there: There):
    answer = there.folder.proof("remote", "nowhere", PATH=there.path)
    assert answer.returncode == 1
    assert "nowhere:1: is not reached, or lets nobody in" in answer.stdout
    assert "ssh nowhere true" in answer.stdout
    assert "Connection refused" in answer.stderr


def test_a_machine_that_lets_nobody_in_is_named(there: There):
    (there.root / "mine.pub").write_text("", "utf-8")
    there.failing("is not reached, or lets nobody in")


TERMINAL = "import pty, sys; sys.exit(pty.spawn(sys.argv[1:]) >> 8)"
CALL = [sys.executable, "-m", "proof", "remote", "there"]


@pytest.mark.parametrize("stands_by", [True, False])
def test_whoever_sits_at_a_terminal_is_asked_and_no_script_is(
    there: There, stands_by: bool
):
    key = ["-p", "-P", "", "-N", "secret", "-f", str(there.root / "mine")]
    subprocess.run(["ssh-keygen", "-q", *key], check=True)
    script = ["sh", "-c", f"{shlex.join(CALL)} </dev/null"]
    with subprocess.Popen(
        [sys.executable, "-c", TERMINAL, *(CALL if stands_by else script)],
        cwd=there.folder.root,
        env=there.folder.environment(PATH=there.path, PYTHONPATH=str(ROOT)),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    ) as process:
        heard = b""
        while more := os.read(process.stdout.fileno(), 4096):
            heard += more
            if b"passphrase" in more:
                process.stdin.write(b"secret\n")
                process.stdin.flush()
    assert (b"passphrase" in heard) == stands_by
    assert (b"there: 0 runs of" in heard) == stands_by
    assert process.returncode == (0 if stands_by else 1)


@pytest.mark.parametrize("host", ["-oProxyCommand=touch x", "-G"])
def test_no_host_is_an_option_of_ssh(there: There, host: str):
    answer = there.folder.proof("remote", host, PATH=there.path)
    assert answer.returncode in (1, 2)
    assert "begins with -, which no host does" in answer.stdout + answer.stderr or (
        "required: host" in answer.stderr
    )
    assert not (there.folder.root / "x").exists()


def test_where_there_is_no_ssh_that_is_said(there: There):
    (there.root / "here" / "ssh").unlink()
    (there.root / "here" / "git").symlink_to(shutil.which("git"))
    there.failing("cannot be asked, for there is no ssh", PATH=f"{there.root / 'here'}")


def test_what_git_does_not_list_cannot_be_sent(there: There):
    shutil.rmtree(there.folder.root / ".git")
    answer = there.call(GIT_CEILING_DIRECTORIES=str(there.folder.root.parent))
    assert answer.returncode == 1
    assert ":1: asks git which files are to be sent" in answer.stdout


@pytest.mark.parametrize(
    ("tool", "problem"),
    [("python3", "starts no python3"), ("make", "has no make; install it there")],
)
def test_what_is_missing_there_is_named(there: There, tool: str, problem: str):
    there.tools(*(name for name in TOOLS if name != tool))
    there.failing(problem)


def test_the_python_that_a_machine_happens_to_have_may_be_old():
    text = (ROOT / "proof/worlds/there.py").read_text("utf-8")
    tree = ast.parse(text, feature_version=(3, 7))
    used = {
        name.name
        for node in ast.walk(tree)
        if isinstance(node, ast.Import)
        for name in node.names
    }
    assert "tarfile" in used and used <= sys.stdlib_module_names
    assert not [node for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)]


def test_what_make_says_is_seen(there: There):
    write(there.folder, "requirements.txt", "")
    write(there.folder, "Makefile", ".venv/ready:\n\techo no wheels >&2; exit 1\n")
    assert "no wheels" in there.failing("cannot set up .venv")


def test_an_export_that_fails_there_is_said(there: There):
    there.python(before="echo no room >&2; exit 1")
    assert "no room" in there.failing("has exported no runs")


@pytest.mark.parametrize(
    ("written", "problem"),
    [
        (b"proof-runs 1 0123\nabc", "was cut or altered"),
        (b"<b>anything</b>\n", "is no export of runs"),
    ],
)
def test_nothing_that_comes_is_trusted(there: There, written: bytes, problem: str):
    (there.root / "bad").write_bytes(written)
    there.python(before=f'cp {there.root / "bad"} "$4/x.runs"; exit 0')
    there.failing(problem)


def test_of_an_export_that_is_cut_nothing_is_kept(there: There):
    run = there.folder.run("print('a')\n", name="a")
    shutil.rmtree(there.folder.root / "store", ignore_errors=True)
    whole = bundle.write(there.root, card.own("there"), [run]).read_bytes()
    (there.root / "half").write_bytes(
        b"proof remote begins\n" + whole[: len(whole) // 2]
    )
    # First all that ssh sends, so that it has nothing left to send when it is cut.
    size = sum(map(len, remote._program(there.folder.root, [])))
    there.configure(
        f"ForceCommand {shutil.which('head')} -c {size} >{there.root / 'sent'};"
        f" cat {there.root / 'half'}; {shutil.which('sleep')} 2; kill -9 $PPID"
    )
    there.failing("lost the connection before its runs were here")
    assert (there.root / "sent").stat().st_size == size


SLOW = """\
# /// script
# [tool.proof]
# limit = 60
# ///
\"\"\"It waits.\"\"\"
import subprocess, sys
subprocess.run([sys.executable, "-c", "import time; time.sleep(50)", "{}"])
"""


@contextlib.contextmanager
def begun(there: There) -> Iterator[subprocess.Popen]:
    """A call that is killed in the end, if it has not ended."""
    with subprocess.Popen(
        CALL,
        cwd=there.folder.root,
        env=there.folder.environment(PATH=there.path, PYTHONPATH=str(ROOT)),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    ) as process:
        try:
            yield process
        finally:
            process.kill()


@contextlib.contextmanager
def running(there: There) -> Iterator[tuple[subprocess.Popen, str]]:
    """A call that has a program run there, and a word of that one's command."""
    token = f"slow-{os.getpid()}-{time.monotonic_ns()}"
    there.folder.snippet("topic/slow.py", SLOW.format(token))
    with begun(there) as process:
        until(lambda: alive(token))
        yield process, token


def until(holds: Callable[[], object], seconds: float = 60) -> None:
    deadline = time.monotonic() + seconds
    while not holds():
        assert time.monotonic() < deadline
        time.sleep(0.05)


def there_still(there: There) -> list[psutil.Process]:
    """The processes that work in the project's folder there."""
    found = []
    for process in psutil.process_iter():
        with contextlib.suppress(psutil.Error):
            if Path(process.cwd()).is_relative_to(there.home):
                found.append(process)
    return found


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGKILL])
def test_what_is_interrupted_here_ends_there(there: There, number: signal.Signals):
    with running(there) as (process, token):
        assert there_still(there)
        began = time.monotonic()
        process.send_signal(number)
        said, _ = process.communicate(timeout=60)
        until(lambda: not alive(token) and not there_still(there))
    assert time.monotonic() - began < 30  # long before the program would end itself
    if number == signal.SIGINT:
        assert (said, process.returncode) == ("Interrupted\n", 130)
    assert not (there.folder.root / "store").exists()


def test_a_second_call_waits_for_the_first(there: There):
    with running(there) as (first, token):
        there.folder.snippet("topic/slow.py", "print('soon')\n")
        with begun(there) as second:
            assert "this one waits for its end" in second.stderr.readline()
            with pytest.raises(subprocess.TimeoutExpired):
                second.wait(timeout=2)
            assert alive(token)
            assert token in (there.project / "snippets/topic/slow.py").read_text()
            first.send_signal(signal.SIGINT)
            said, _ = second.communicate(timeout=100)
    assert second.returncode == 0
    assert "there: 1 run of" in said
    assert held(there.folder) == {"topic/slow.py": ["soon"]}
