# /// script
# [tool.proof]
# kind = "symptom"
# limit = 30
# platform = "linux"
# ///
"""At a limit of the kernel the next thread, process, file or byte is refused."""

import sys
import tempfile
from subprocess import PIPE, Popen

HEAD = "import resource, threading, os, select, socket\n"
CASES = {
    "a stack": "threading.stack_size(2**47)\nthreading.Thread(target=print).start()",
    "memory": "bytearray(2**60)",
    "files": "resource.setrlimit(resource.RLIMIT_NOFILE, (9, 9))\n"
    "while True: socket.socket().detach()",
    "select": "resource.setrlimit(resource.RLIMIT_NOFILE, (2000, 2000))\n"
    "select.select([os.dup2(0, 1500)], [], [])",
    "file size": "import signal; signal.signal(signal.SIGXFSZ, signal.SIG_IGN)\n"
    "resource.setrlimit(resource.RLIMIT_FSIZE, (9, 9))\n"
    "os.write(os.open('long', os.O_CREAT | os.O_WRONLY), b'x' * 9)\n"
    "os.write(os.open('long', os.O_APPEND | os.O_WRONLY), b'x')",
    "temporary files": "resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))\n"
    "import tempfile; tempfile.TemporaryFile()",
    "disk": "os.write(os.open('/dev/full', os.O_WRONLY), b'x')",
    "path of a socket": "socket.socket(socket.AF_UNIX).bind('x' * 200)",
}


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        children = {name: start(code, folder) for name, code in CASES.items()}
        for name, child in children.items():
            _, said = child.communicate()
            print(f"{name}:", said.splitlines()[-1], sep="\n  ")
            assert child.returncode == 1


def start(code: str, folder: str) -> Popen:
    """Return a child whose standard error can be read."""
    command = [sys.executable, "-c", f"{HEAD}{code}"]
    return Popen(command, stderr=PIPE, text=True, cwd=folder)


if __name__ == "__main__":
    main()
