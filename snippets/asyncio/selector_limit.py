# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.proof]
# platform = "linux"
# ///
"""select() refuses descriptors from 1024 on; poll and epoll take them."""

import fcntl
import os
import resource
import selectors

soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
resource.setrlimit(resource.RLIMIT_NOFILE, (max(soft, min(hard, 4096)), hard))
reader, writer = os.pipe()
high = fcntl.fcntl(reader, fcntl.F_DUPFD, 1024)  # the same pipe, a higher number
os.write(writer, b"!")


def answer(kind, descriptor):
    with kind() as selector:
        selector.register(descriptor, selectors.EVENT_READ)
        try:
            return "ready" if selector.select() else "not ready"
        except ValueError:
            return "ValueError"


found = {}
print(f"{'':15} descriptor {reader}   descriptor {high}")
for kind in "SelectSelector", "PollSelector", "EpollSelector":
    found[kind] = [answer(getattr(selectors, kind), n) for n in (reader, high)]
    print(f"{kind:15} {found[kind][0]:14} {found[kind][1]}")
assert found["SelectSelector"] == ["ready", "ValueError"]
assert found["PollSelector"] == found["EpollSelector"] == ["ready", "ready"]

print("DefaultSelector is", selectors.DefaultSelector.__name__)
assert selectors.DefaultSelector is selectors.EpollSelector
for descriptor in reader, high, writer:
    os.close(descriptor)
