# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.proof]
# platform = "linux"
# pythons = ["3.11", "3.12", "3.13", "3.14", "3.15", "3.14t"]
# args = [["8000"]]
# recorded = [["100000"]]
# limit = 60
# ///
"""Two threads send by one connection with TLS: what is raised, and what is not."""

import os
import signal
import ssl
import sys
import threading
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from socket import socketpair

here, there = map(ssl.SSLContext, (ssl.PROTOCOL_TLS_CLIENT, ssl.PROTOCOL_TLS_SERVER))
for side in here, there:
    side.check_hostname, side.verify_mode = False, ssl.CERT_NONE
    side.maximum_version = ssl.TLSVersion.TLSv1_2
    side.set_ciphers("AECDH-AES256-SHA:@SECLEVEL=0")  # needs no keys


# The documentation's word; n; before; what both do n times, or one and other; after.
ROWS = """
-  50  s, t = socketpair(); s = here.wrap_socket(s, False, False); \
t = there.wrap_socket(t, True, False); \
threading.Thread(target=t.do_handshake).start(); s.do_handshake()  s.sendall(b"a")  True
"""


def one_round(n, before, one, other, after):
    """Have two threads call; return "held", "lost" or the name of an error."""
    names = globals() | {"n": n, "start": threading.Barrier(2).wait}
    exec(before, names)
    shared, calls = ", ".join(names.keys() - globals().keys()), []
    with ThreadPoolExecutor(2) as pool:
        for code in one, other:
            head = f"def call():\n global {shared}\n start()\n for i in range(n):\n  "
            exec(head + code, names)
            calls.append(pool.submit(names["call"]))
    errors = [type(error).__name__ for call in calls if (error := call.exception())]
    return (errors or ["held" if eval(after, names) else "lost"])[0]


for row in ROWS.strip().splitlines():
    says, n, before, one, *other, after = filter(None, map(str.strip, row.split("  ")))
    reader, writer = os.pipe()
    if (pid := os.fork()) == 0:  # in a process of its own, since it may crash
        os.dup2(os.open(os.devnull, os.O_WRONLY), 2)
        sys.setswitchinterval(1e-5)
        for _ in range(int(sys.argv[1]) // (2 * int(n))):
            signal.alarm(9)  # ends a round that hangs
            end = one_round(int(n), before, one, *(other or [one]), after)
            os.write(writer, f"{end} ".encode())
        os._exit(0)
    os.close(writer)
    with open(reader) as told:
        ends = Counter(told.read().split())
    if code := os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]):
        ends[signal.Signals(-code).name if code < 0 else "exit"] += 1
    print(f"{says}: {before}; {' | '.join([one, *other])}"[:80])
    shown = ", ".join(f"{number} {end}" for end, number in ends.most_common())
    print(f"        {ends.total()} rounds of 2 x {n} calls: {shown}")
    assert says != "safe" or set(ends) == {"held"}, row
