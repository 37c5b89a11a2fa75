# /// script
# requires-python = ">=3.14"
# dependencies = []
# [tool.proof]
# ///
"""Another interpreter gets copies; only a memoryview lets it change the original."""

import threading
from concurrent import interpreters

DATA = bytearray(b"old")
THINGS = {
    "tuple of ints": (1, 2),
    "list": ["old"],
    "dict": {0: "old"},
    "memoryview": memoryview(DATA),
    "lock": threading.Lock(),
    "generator": (number for number in range(3)),
}
CHANGE = """
thing = things.get()
if isinstance(thing, (list, dict)):
    thing[0] = "new"
elif isinstance(thing, memoryview):
    thing[:] = b"new"
changed.put(True)
"""
things, changed = interpreters.create_queue(), interpreters.create_queue()
interpreter = interpreters.create()
interpreter.prepare_main(things=things, changed=changed)

refused = []
for name, thing in THINGS.items():
    before = bytes(DATA), str(thing)
    try:
        things.put(thing)
    except (interpreters.NotShareableError, TypeError) as error:
        refused.append(name)
        print(f"{name:15} refused: {type(error).__name__}")
        continue
    interpreter.exec(CHANGE)
    same = (bytes(DATA), str(thing)) == before
    copied = "shareable" if interpreters.is_shareable(thing) else "pickled"
    print(f"{name:15} {copied:10} original {'as it was' if same else 'changed'}")
    assert same == (name != "memoryview")
interpreter.close()
assert refused == ["lock", "generator"]
assert DATA == b"new"
