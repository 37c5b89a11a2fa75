# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.proof]
# platform = "linux"
# kind = "recipe"
# ///
"""A wrapper passes signals on to its command, reaps orphans, and ends as it ends."""

import contextlib
import ctypes
import os
import signal


def run_as_init(command):
    """Run a command, a list of words, as PID 1 should; return a shell's exit code."""
    early, pid = [], None

    def forward(number, frame):
        with contextlib.suppress(ProcessLookupError):  # it has ended already
            early.append(number) if pid is None else os.kill(pid, number)  # the point

    for name in ("SIGTERM", "SIGINT", "SIGHUP", "SIGUSR1", "SIGUSR2"):
        signal.signal(signal.Signals[name], forward)
    pid = os.posix_spawnp(command[0], command, os.environ)
    for number in early:
        os.kill(pid, number)
    while (ended := os.wait())[0] != pid:
        pass  # that was an orphan
    code = os.waitstatus_to_exitcode(ended[1])
    return code if code >= 0 else 128 - code


CASES = (  # what the shell does, the signal that its init gets, and the exit code
    ("trap 'exit 7' TERM; echo; while :; do sleep 0.02; done", signal.SIGTERM, 7),
    ("echo; exec sleep 60", signal.SIGINT, 128 + signal.SIGINT),
    ("(sleep 0.1 & exit); echo; sleep 0.4; exit 3", None, 3),  # with an orphan
    ("echo; kill -9 $$", None, 128 + signal.SIGKILL),
)
for script, number, wanted in CASES:
    ready, tell = os.pipe()
    if (init := os.fork()) == 0:
        ctypes.CDLL(None).prctl(36, 1, 0, 0, 0)  # a subreaper adopts, as PID 1 does
        signal.signal(signal.SIGINT, signal.default_int_handler)
        os.dup2(tell, 1)
        code = run_as_init(["sh", "-c", script])
        signal.raise_signal(signal.SIGTERM)  # too late
        os._exit(code)
    assert os.read(ready, 1) == b"\n"
    number and os.kill(init, number)
    code = os.waitstatus_to_exitcode(os.waitpid(init, 0)[1])
    print(f"{script:55}", "exit code", code)
    assert code == wanted
