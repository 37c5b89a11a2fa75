# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.proof]
# kind = "recipe"
# limit = 30
# ///
"""One command on many hosts by ssh: at once, each with a limit, none lost."""

import subprocess
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor


def run_on_hosts(
    hosts, command, at_once=20, limit=30.0, ssh=("ssh", "-oBatchMode=yes")
):
    """Run command on each host, within limit seconds; return {host: (code, output)}."""

    def run(host):
        try:
            done = subprocess.run(
                [*ssh, host, command],
                stdin=subprocess.DEVNULL,  # ssh would read what is meant for us
                stdout=subprocess.PIPE,
                stderr=subprocess.STDOUT,
                errors="replace",  # text, whatever the host's encoding is
                timeout=limit,
            )
        except subprocess.TimeoutExpired as late:
            return None, f"no answer within {late.timeout} s"
        except OSError as error:  # as when there is no ssh, or no room for one more
            return None, str(error)
        return done.returncode, done.stdout

    hosts = list(hosts)
    with ThreadPoolExecutor(at_once) as executor:  # the point
        return dict(zip(hosts, executor.map(run, hosts), strict=True))


# In place of ssh, a program that waits until so many of its kind are there.
STAND_IN = """
import os, pathlib, sys, time
folder, host, command = sys.argv[1:]
if host == "deaf": time.sleep(60)
if host == "refuses": sys.exit("no such user")
pathlib.Path(folder, host).touch()
while len(os.listdir(folder)) < 5: time.sleep(0.01)
sys.stdout.buffer.write(b"caf\\xe9 " if host == "eve" else b"")  # not UTF-8
print(command, "on", host, repr(sys.stdin.read()))
"""
HOSTS = ["ann", "ben", "cat", "dan", "eve", "refuses"]
with tempfile.TemporaryDirectory() as folder:
    ssh = [sys.executable, "-SEc", STAND_IN, folder]
    answers = run_on_hosts(iter(HOSTS), "uptime", ssh=ssh)
    assert list(answers) == HOSTS
    answers |= run_on_hosts(["deaf"], "uptime", limit=0.3, ssh=ssh)
    answers |= run_on_hosts(["none"], "uptime", ssh=[f"{folder}/no-ssh"])
for host, (code, output) in answers.items():
    print(f"{host}: {code}, {output.strip()[:44]}")
assert answers["ann"] == (0, "uptime on ann ''\n")
assert [code for code, _ in answers.values()] == [0, 0, 0, 0, 0, 1, None, None]
assert answers["eve"][1].endswith("uptime on eve ''\n")
assert answers["refuses"][1] == "no such user\n"
