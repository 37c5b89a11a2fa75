# /// script
# requires-python = ">=3.14"
# dependencies = []
# [tool.proof]
# ///
"""An interpreter has modules and globals of its own, in the same process."""

import json
import os
from concurrent import interpreters

ANSWER = """
import json, os
answers.put(("pid", os.getpid()))
answers.put(("json.mark", getattr(json, "mark", "missing")))
answers.put(("count", globals().get("count", "missing")))
count = 100
"""
answers = interpreters.create_queue()
interpreter = interpreters.create()
interpreter.prepare_main(answers=answers)

count = 1
json.mark = "set by main"
interpreter.exec(ANSWER)
first = dict(answers.get() for _ in range(3))
interpreter.exec(ANSWER)
second = dict(answers.get() for _ in range(3))
interpreter.close()

mine = {"pid": os.getpid(), "json.mark": json.mark, "count": count}
print(f"{'':12}{'main':>12}{'first exec':>13}{'second exec':>13}")
for name in mine:
    print(f"{name:12}{mine[name]!s:>12}{first[name]!s:>13}{second[name]!s:>13}")
assert first == {"pid": os.getpid(), "json.mark": "missing", "count": "missing"}
assert second == first | {"count": 100}
assert count == 1
