# /// script
# requires-python = ">=3.15"
# dependencies = []
# [tool.proof]
# stderr = "ModuleNotFoundError: No module named 'no_such_module'"
# ///
"""With on_error="fail" a fork server tells of a preload that fails, since 3.15."""

import multiprocessing


def report():
    print("the child runs")


if __name__ == "__main__":
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(["no_such_module"], on_error="fail")
    child = context.Process(target=report)
    try:
        child.start()
        child.join()
        refused = child.exitcode != 0
    except (EOFError, ConnectionError) as error:
        print("start() raises", type(error).__name__)
        refused = True
    assert refused
