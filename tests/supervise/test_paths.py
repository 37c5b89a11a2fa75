"""Which paths a reader is not shown, and that all others stay as they were printed."""

import os
import sys

import pytest

from proof.supervise.paths import Paths
from proof.supervise.request import Request
from tests.conftest import Folder, output

FOLDER = "/tmp/proof-1/run"


def paths(executable: str, library: str, environment: str = "") -> Paths:
    request = Request(
        argv=[executable],
        files={},
        env={},
        limit=1,
        interpreter="python3.12",
        environment=environment,
        library=library,
    )
    return Paths(FOLDER, request)


SYSTEM = paths("/usr/bin/python3.12", "/usr/lib/python3.12")
VIRTUAL = paths("/site/.venv/bin/python", "/usr/lib/python3.12", "/site/.venv")


@pytest.mark.parametrize(
    "text",
    [
        "/usr/bin/env",
        "https://example.org/usr/x",
        "https://docs.python.org/site/.venv/x",
        "/usr/lib/python3.12/threading.py",
        "/usr/lib/python3.12/threading.py: it is here",
        "/usr/lib",
        "/usr/bin/python3.12-config /usr/bin/python3.121 /opt/usr/bin/python3.12",
        "/site/.venv-old/x /home/site/.venv/x ./site/.venv ~/site/.venv",
        f"{FOLDER}ner/x {FOLDER}-2",
        "é/site/.venv/x",
    ],
)
def test_what_a_program_prints_stays_as_it_is(text: str):
    for rules in (SYSTEM, VIRTUAL):
        assert rules.printed(text.encode()).decode() == text


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        (FOLDER, "."),
        (f"in {FOLDER}.", "in .."),
        (f"{FOLDER}/", "./"),
        (f"{FOLDER}/a/b.txt, '{FOLDER}/c'", "a/b.txt, 'c'"),
        (f"x{FOLDER}/a", "xa"),
        (f"file://{FOLDER}/a", "file://a"),
        ("/site/.venv", "."),
        ("/site/.venv/bin:/usr/bin", "bin:/usr/bin"),
        ("prefix=/site/.venv/lib", "prefix=lib"),
        ("file:///site/.venv/x", "file://x"),
        ("['/site/.venv/bin/python', '-c']", "['python3.12', '-c']"),
        ("/site/.venv/bin/python3", "bin/python3"),
        ("#!/site/.venv/bin/python.", "#!python3.12."),
        (
            '  File "/usr/lib/python3.12/queue.py", line 3, in get',
            '  File "lib/python3.12/queue.py", line 3, in get',
        ),
        (
            '  | File \x1b[35m"/usr/lib/python3/dist-packages/x.py"\x1b[0m, line 3',
            '  | File \x1b[35m"lib/python3/dist-packages/x.py"\x1b[0m, line 3',
        ),
        (
            "/usr/lib/python3.12/subprocess.py:66: DeprecationWarning: fork",
            "lib/python3.12/subprocess.py:66: DeprecationWarning: fork",
        ),
    ],
)
def test_what_differs_by_run_or_machine_is_not_shown(text: str, shown: str):
    assert VIRTUAL.printed(text.encode()).decode() == shown


def test_a_command_line_names_the_library_by_its_own_folder():
    text = "/usr/bin/python3.12 -c '/usr/lib/python312.zip', '/usr/lib/python3.12/x'"
    shown = "python3.12 -c 'lib/python312.zip', 'lib/python3.12/x'"
    assert SYSTEM.command(text) == shown
    second = "'/usr/local/lib/python3.12/dist-packages'"
    assert SYSTEM.command(second) == "'local/lib/python3.12/dist-packages'"
    assert SYSTEM.command("/usr/bin/env /usr/lib/jvm") == "/usr/bin/env /usr/lib/jvm"
    assert SYSTEM.command("caf\udce9 /x") == "caf? /x"


def test_a_command_line_names_what_lies_beside_the_library_by_its_own_folder():
    own = paths("/home/me/py/bin/python3.12", "/home/me/py/lib/python3.12")
    text = "file -b /home/me/py/bin/pip /home/me/py/lib/libpython3.12.so /home/me/pyx"
    assert own.command(text) == "file -b bin/pip lib/libpython3.12.so /home/me/pyx"
    assert SYSTEM.command("ldd /usr/bin/env") == "ldd /usr/bin/env"


def test_a_command_line_in_a_traceback_is_shortened_as_one():
    path = "'/usr/lib/python312.zip', '/usr/local/lib/python3.12/dist-packages'"
    shown = "'lib/python312.zip', 'local/lib/python3.12/dist-packages'"
    line = "    main(3, 5, **{{'sys_path': [{}]}})"
    text = f"/usr/lib/python312.zip\n{line.format(path)}\n"
    said = f"/usr/lib/python312.zip\n{line.format(shown)}\n"
    assert SYSTEM.printed(text.encode()).decode() == said


def test_a_dump_is_shortened_line_by_line():
    dump = b'Thread 0x1:\n  File "/usr/lib/python3.12/queue.py", line 3 in get\n'
    assert b'\n  File "lib/python3.12/queue.py", line 3' in SYSTEM.printed(dump)


def test_neither_the_folder_of_a_run_nor_its_environment_is_seen(folder: Folder):
    run = folder.run(
        """
        import os, sys, traceback
        print(os.getcwd(), sys.prefix, sys.executable, sep="\\n")
        print(f"file://{os.getcwd()}/x", "/usr/bin/env", "https://example.org/usr/x")
        try:
            os.path.join(3)
        except TypeError:
            traceback.print_exc(file=sys.stdout)
        """
    )
    lines = output(run)
    name = f"python{sys.version_info.major}.{sys.version_info.minor}"
    assert lines[:3] == [".", ".", name]
    assert lines[3] == "file://x /usr/bin/env https://example.org/usr/x"
    assert [line for line in lines if "posixpath" in line]
    assert not [line for line in lines if os.path.dirname(os.__file__) in line]
