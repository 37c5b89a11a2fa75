"""A Thread starts once: a second start and a join before the first raise an error."""

import threading


def refusal(method):
    try:
        method()
    except RuntimeError as error:
        return f"RuntimeError: {error}"
    raise SystemExit("this was not refused")


def join_myself():
    refused["join from inside"] = refusal(threading.current_thread().join)
    may_end.wait()


refused = {}
may_end = threading.Event()
thread = threading.Thread(target=join_myself)
refused["join before start"] = refusal(thread.join)
thread.start()
refused["second start while it runs"] = refusal(thread.start)
may_end.set()
thread.join()
thread.join()  # a second join is fine: it returns at once
refused["second start after its end"] = refusal(thread.start)

for what, how in refused.items():
    print(f"{what}:\n    {how}")
assert len(refused) == 4
