# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.proof]
# needs = ["ss", "lsof"]
# platform = "linux"
# ///
"""Where a port is in use, ss and lsof name the orphan that has it."""

import os
import signal
import socket
import subprocess
import sys

SERVER = """
import os, socket
server = socket.create_server(("127.0.0.1", 0))
print(os.getpid(), server.getsockname()[1], flush=True)
server.accept()
"""
LAUNCHER = f"import subprocess, sys; subprocess.run([sys.executable, '-c', {SERVER!r}])"

launcher = subprocess.Popen([sys.executable, "-c", LAUNCHER], stdout=subprocess.PIPE)
orphan, port = map(int, launcher.stdout.readline().split())
launcher.kill()  # the server that it started goes on
launcher.wait()
try:
    try:
        socket.create_server(("127.0.0.1", port))
        taken = "free"
    except OSError as error:
        taken = os.strerror(error.errno)
    how = {"capture_output": True, "text": True}
    by_ss = subprocess.run(["ss", "-H", "-ltnp", f"sport = :{port}"], **how).stdout
    by_lsof = subprocess.run(["lsof", "-t", f"-iTCP:{port}", "-sTCP:LISTEN"], **how)
finally:
    os.kill(orphan, signal.SIGKILL)
    launcher.stdout.close()
print("port", port, "is", taken)
print("ss:", " ".join(by_ss.split()))
print("lsof:", by_lsof.stdout.strip())
print("the orphan:", orphan)
assert taken == "Address already in use"
assert f"pid={orphan}," in by_ss and int(by_lsof.stdout) == orphan
