# /// script
# [tool.proof]
# kind = "symptom"
# ///
"""A thread is started once, never joins itself, and is a daemon from its start."""

import signal
import threading
import traceback


def main() -> None:
    lines: list[str] = []
    gate = threading.Event()
    thread = threading.Thread(target=gate.wait)
    lines += [said(thread.join)]
    thread.start()
    lines += [said(thread.start), said(setattr, thread, "daemon", True)]
    gate.set()
    thread.join()
    lines += [said(threading.current_thread().join)]
    lines += [said(threading.Thread, print)]  # its first parameter is a group
    inside = threading.Thread(
        target=lambda: lines.append(said(signal.signal, signal.SIGTERM, print))
    )
    inside.start()
    inside.join()
    print(*lines, sep="\n")
    assert len(set(lines)) == 6


def said(call, *args) -> str:
    """Return the last line of the traceback that people paste."""
    try:
        return f"it returned {call(*args)}"
    except BaseException as error:
        return "".join(traceback.format_exception_only(error)).strip()


if __name__ == "__main__":
    main()
