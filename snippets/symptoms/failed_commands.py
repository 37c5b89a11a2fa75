# /// script
# [tool.proof]
# kind = "symptom"
# platform = "linux"
# ///
"""subprocess says how a command failed: by its exit code, its signal or its limit."""

import subprocess
import traceback
from subprocess import PIPE, Popen, run


def main() -> None:
    both = Popen(["true"], stdin=PIPE, stdout=PIPE)
    both.communicate()
    calls = [
        (run, "false", {"check": True}),
        (run, ["sh", "-c", "kill -9 $$"], {"check": True}),
        (run, ["sleep", "60"], {"timeout": 0.05}),
        (run, "sleep 1", {}),
        (run, "true", {"input": "text", "stdin": PIPE}),
        (run, "true", {"stdout": PIPE, "capture_output": True}),
        (run, "cat", {"input": "text", "stdout": PIPE}),
        (run, "true", {"preexec_fn": lambda: 1 / 0}),
        (run, "true", {"cwd": "nosuch"}),
        (both.communicate, b"x", {}),
        (both.stdin.write, b"x", {}),
    ]
    lines = [said(call, given, **named) for call, given, named in calls]
    print(*lines, sep="\n")
    assert not any("it returned" in line for line in lines)


def said(call, given, **named) -> str:
    """Return the last line of the traceback that people paste."""
    try:
        return f"it returned {call(given, **named)}"
    except (OSError, TypeError, ValueError, subprocess.SubprocessError) as error:
        return "".join(traceback.format_exception_only(error)).strip()


if __name__ == "__main__":
    main()
