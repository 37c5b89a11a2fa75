"""Regular expressions of headers: looked for in what came, and never for long.

Some patterns take for ever on some texts, such as ``^(a+)+$``, and matching cannot be
ended from within the process that does it.
"""

import re
import subprocess
import sys
from functools import lru_cache

SECONDS = 2  # of CPU time that a search may take
WAIT = 60.0  # seconds after which it is given up on the busiest of machines
SEARCH = f"""
import re, sys
try:
    import resource
    resource.setrlimit(resource.RLIMIT_CPU, ({SECONDS}, {SECONDS}))
except ImportError:
    pass  # on Windows it is given up later
size = int(sys.argv[1])
given = sys.stdin.buffer.read()
pattern, text = given[:size].decode(), given[size:].decode("utf-8", "surrogatepass")
sys.exit(not re.search(pattern, text))
"""
ESCAPED = re.compile(r"\\.", re.DOTALL)


@lru_cache(maxsize=64)
def found(pattern: str, text: str) -> bool | None:
    """Look for a pattern.

    Args:
        pattern: A regular expression.
        text: Where to look for it.

    Returns:
        Whether it is there; None when that takes too long to find out.
    """
    # Without repetition each place of the text is looked at a limited number of times.
    if not set("*+?{") & set(ESCAPED.sub("", pattern).removeprefix("(?s)")):
        return bool(re.search(pattern, text))
    words = pattern.encode()
    try:
        answer = subprocess.run(
            [sys.executable, "-I", "-S", "-c", SEARCH, str(len(words))],
            input=words + text.encode("utf-8", "surrogatepass"),
            stderr=subprocess.DEVNULL,
            timeout=WAIT,
            check=False,
        )
    except subprocess.TimeoutExpired:
        return None
    return answer.returncode == 0 if answer.returncode in (0, 1) else None
