# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.proof]
# limit = 30
# pythons = ["3.14", "3.14t"]
# ///
"""With a GIL, hashing, compressing and SQL let another thread run, the others not."""

import bz2
import hashlib
import json
import lzma
import os
import pickle
import re
import sqlite3
import sys
import threading
import time
import zlib

sys.setswitchinterval(60)  # nobody is asked for the GIL before a minute is over
DATA, ITEMS = os.urandom(4_000_000), [str(number) for number in range(20_000)]
COUNT = "WITH RECURSIVE n(x) AS (VALUES(1) UNION SELECT x+1 FROM n LIMIT 9000) "
base = sqlite3.connect(":memory:")
RELEASES = {
    "hashlib.sha256": lambda: hashlib.sha256(DATA),
    "zlib.compress": lambda: zlib.compress(DATA[:200_000]),
    "bz2.compress": lambda: bz2.compress(DATA[:100_000]),
    "lzma.compress": lambda: lzma.compress(DATA[:20_000]),
    "an SQL query": lambda: base.execute(COUNT + "SELECT sum(x) FROM n").fetchall(),
}
KEEPS = {
    "re.search": lambda: re.search("(a|aa)+$", "a" * 20 + "b"),
    "sorted": lambda: sorted(ITEMS, reverse=True),
    "big int pow": lambda: pow(3, 30_000, 10**3000 + 7),
    "json.dumps": lambda: json.dumps(ITEMS),
    "pickle.dumps": lambda: pickle.dumps(ITEMS),
    "a loop in Python": lambda: [int(item) for item in ITEMS],
}
has_gil = getattr(sys, "_is_gil_enabled", lambda: True)()
turns, running = 0, True


def other_thread():
    global turns
    while running:
        time.sleep(0.0005)
        turns += 1


other = threading.Thread(target=other_thread, name="other", daemon=True)
other.start()
for name, call in {**RELEASES, **KEEPS}.items():
    expected = name in RELEASES or not has_gil
    before, most = turns, time.thread_time() + (3 if expected else 0.05)
    while turns == before and time.thread_time() < most:
        call()
    runs = turns > before
    print(f"{name:18} {'lets the other run' if runs else 'keeps it waiting'}")
    assert runs == expected, name
running = False
other.join()
