# /// script
# [tool.proof]
# kind = "symptom"
# limit = 30
# platform = "linux"
# ///
"""With faulthandler a crash names its signal, and every thread's place."""

import subprocess
import sys

CRASHES = {
    "read at address 0": "import ctypes; ctypes.string_at(0)",
    "os.abort()": "import os; os.abort()",
    "SIGBUS": "import os; os.kill(os.getpid(), 7)",
    "SIGFPE": "import os; os.kill(os.getpid(), 8)",
    "SIGILL": "import os; os.kill(os.getpid(), 4)",
    "too late": "import faulthandler as f, time\n"
    "f.dump_traceback_later(0.05, exit=True); time.sleep(60)",
    "SIGUSR1": "import faulthandler as f, os\n"
    "f.register(10, chain=True); os.kill(os.getpid(), 10)",
}


def main() -> None:
    for name, code in CRASHES.items():
        ended = subprocess.run(
            [sys.executable, "-X", "faulthandler", "-c", code],
            stderr=subprocess.PIPE,
            text=True,
            check=False,
        )
        lines = ended.stderr.splitlines()
        kept = [line for line in lines if "File" not in line and line][:2]
        print(f"{name} ({ended.returncode}):", *kept, sep="\n  ")
        assert ended.returncode != 0
        assert any("most recent call first" in line for line in lines)


if __name__ == "__main__":
    main()
