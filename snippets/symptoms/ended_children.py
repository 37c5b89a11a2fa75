# /// script
# [tool.proof]
# kind = "symptom"
# platform = "linux"
# ///
"""The shell names the signal that ended a program, and exits with 128 more."""

import signal
import subprocess

SAYS = {
    "SIGKILL": "Killed",
    "SIGTERM": "Terminated",
    "SIGSEGV": "Segmentation fault",
    "SIGABRT": "Aborted",
    "SIGHUP": "Hangup",
    "SIGALRM": "Alarm clock",
    "SIGBUS": "Bus error",
    "SIGILL": "Illegal instruction",
    "SIGXCPU": "CPU time limit exceeded",
    "SIGUSR1": "User defined signal 1",
}


def main() -> None:
    for name, word in SAYS.items():
        number = signal.Signals[name]
        # The shell has to wait for a child of its own, or it says nothing.
        script = f"ulimit -c 0; sh -c 'kill -{number} $$'; exit $?"
        ended = subprocess.run(
            ["sh", "-c", script], stderr=subprocess.PIPE, text=True, check=False
        )
        print(f"{ended.stderr.strip():24} exit code {ended.returncode}")
        assert word in ended.stderr and ended.returncode == 128 + number
    missing = subprocess.run(
        ["sh", "-c", "nosuch"], stderr=subprocess.PIPE, text=True, check=False
    )
    print(f"{missing.stderr.strip():24} exit code {missing.returncode}")
    assert missing.returncode == 127


if __name__ == "__main__":
    main()
