# /// script
# requires-python = ">=3.14"
# [tool.proof]
# kind = "symptom"
# ///
"""An interpreter takes what can be shared or pickled, and runs one call at a time."""

import threading
import traceback
from concurrent import interpreters

DAEMON = "import threading; threading.Thread(target=print, daemon=True).start()"
SIGNAL = "import signal; signal.signal(signal.SIGTERM, print)"


def main() -> None:
    one = interpreters.create()
    calls = [
        (one.exec, "raise ValueError('no such account')"),
        (one.exec, DAEMON),
        (one.exec, "import os; os.fork()"),
        (one.exec, SIGNAL),
        (one.prepare_main, {"lock": threading.Lock()}),
        (one.call, threading.Lock),
        (interpreters.create_queue().put, (n for n in range(3))),
        (interpreters.create_queue().get_nowait,),
        (interpreters.Interpreter, 999),
        (interpreters.get_main().close,),
    ]
    lines = [said(*call) for call in calls]
    one.close()
    lines += [said(one.exec, "print()")]
    print(*lines, sep="\n")
    assert not any("it returned" in line for line in lines)


def said(call, *args) -> str:
    """Return the first line that the exception is printed as."""
    try:
        return f"it returned {call(*args)}"
    except Exception as error:
        return traceback.format_exception_only(error)[0].splitlines()[0]


if __name__ == "__main__":
    main()
