# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.proof]
# platform = "linux"
# ///
"""A manager's objects live in a server process, and none answers once it is killed."""

import multiprocessing
import os
import re
import shutil
import signal

USES = {
    "dict": lambda proxy: proxy.get("key"),
    "list": lambda proxy: len(proxy),
    "Value": lambda proxy: proxy.value,
    "Lock": lambda proxy: proxy.acquire(),
    "Condition": lambda proxy: proxy.acquire(),
    "Semaphore": lambda proxy: proxy.acquire(),
    "Event": lambda proxy: proxy.is_set(),
    "Queue": lambda proxy: proxy.qsize(),
}
ARGUMENTS = {"Value": ("i", 0)}

if __name__ == "__main__":
    manager = multiprocessing.Manager()
    (server,) = multiprocessing.active_children()
    print("main is", os.getpid(), "- the server is", server.pid)
    proxies = {name: getattr(manager, name)(*ARGUMENTS.get(name, ())) for name in USES}
    there = {name: str(proxy) for name, proxy in proxies.items()}
    for name, use in USES.items():
        use(proxies[name])
        there[name] = re.sub(r"^<(un)?(locked )?| at .*|[(,].*", "", there[name])

    os.kill(server.pid, signal.SIGKILL)
    server.join()
    shutil.rmtree(os.path.dirname(manager.address))  # what a killed one leaves
    print(f"{'':9}  {'here':14}  {'in the server':22}  after its end")
    for name, use in USES.items():
        try:
            use(proxies[name])
        except (OSError, EOFError) as error:
            failure = type(error).__name__
        here = type(proxies[name]).__name__.partition("[")[0]
        print(f"{name:9}  {here:14}  {there[name]:22}  {failure}")
        assert here.endswith("Proxy")
        del failure  # so that the next one must fail, too
    assert "queue.Queue" in there["Queue"]
    assert "threading.Event" in there["Event"]
