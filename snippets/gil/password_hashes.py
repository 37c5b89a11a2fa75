# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.proof]
# limit = 30
# ///
"""With a GIL, pbkdf2_hmac and scrypt give it up for 8 bytes, and sha256 does not."""

import hashlib
import sys
import threading
import time

sys.setswitchinterval(60)  # nobody is asked for the GIL before a minute is over
WORD, SALT = b"password", b"saltsalt"
CALLS = {
    "sha256": (lambda: hashlib.sha256(WORD), False),
    "pbkdf2_hmac": (lambda: hashlib.pbkdf2_hmac("sha256", WORD, SALT, 10_000), True),
    "scrypt": (lambda: hashlib.scrypt(WORD, salt=SALT, n=1024, r=8, p=1), True),
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
for name, (call, releases) in CALLS.items():
    expected = releases or not has_gil
    before, most = turns, time.thread_time() + (3 if expected else 0.05)
    while turns == before and time.thread_time() < most:
        call()
    runs = turns > before
    print(
        f"{name:11} of 8 bytes {'lets the other run' if runs else 'keeps it waiting'}"
    )
    assert runs == expected, name
running = False
other.join()
