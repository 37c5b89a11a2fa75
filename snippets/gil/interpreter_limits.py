# /// script
# requires-python = ">=3.14"
# dependencies = []
# [tool.proof]
# platform = "linux"
# ///
"""Another interpreter refuses fork, daemon threads, signals and some modules."""

import importlib.util
import textwrap
from concurrent import interpreters

THREAD = "import threading; t = threading.Thread(target=dict, daemon={}); t.start()"
WORKS = {
    "a subprocess": "import subprocess; subprocess.run(['true'], check=True)",
    "asyncio": "import asyncio; asyncio.run(asyncio.sleep(0))",
    "a thread": THREAD.format(False) + "; t.join()",
}
REFUSES = {
    "a daemon thread": THREAD.format(True),
    "os.fork": "import os; os.fork()",
    "a signal handler": "import signal; signal.signal(signal.SIGTERM, print)",
}
for module in ("readline", "_curses"):  # written in C for one interpreter alone
    if importlib.util.find_spec(module):
        REFUSES[f"import {module}"] = f"import {module}"

for name, code in {**WORKS, **REFUSES}.items():
    interpreter = interpreters.create()
    try:
        interpreter.exec(code)
    except interpreters.ExecutionFailed as error:
        reason = f"{error.excinfo.type.__name__}: {error.excinfo.msg}"
        print(f"{name:16}", textwrap.shorten(reason, 60))
        assert name in REFUSES
    else:
        print(f"{name:16} works")
        assert name in WORKS
    interpreter.close()
