"""The first answer wins; a loser that runs refuses cancel, and heeds an event."""

import threading
from concurrent.futures import FIRST_COMPLETED, ThreadPoolExecutor, wait

found = threading.Event()
both_search = threading.Barrier(2)


def search_cellar():
    both_search.wait()
    return "found in the cellar"


def search_attic():
    both_search.wait()
    while not found.wait(timeout=0.01):  # look for the sign, open the next box
        pass
    return "gave up in the attic"


with ThreadPoolExecutor(2) as executor:
    attic = executor.submit(search_attic)
    cellar = executor.submit(search_cellar)
    done, pending = wait([attic, cellar], return_when=FIRST_COMPLETED)
    print("winner:", done.pop().result())
    assert cellar.done()
    assert pending == {attic}
    cancelled = attic.cancel()
    print("the loser lets itself be cancelled:", cancelled)
    assert not cancelled
    shed = executor.submit(int, "a shed has no number")
    done, pending = wait([attic, shed], return_when=FIRST_COMPLETED)
    failed = type(done.pop().exception()).__name__
    print("a failure counts as the first, too:", failed)
    assert shed.exception() and pending == {attic}
    found.set()
assert attic.done()  # the end of the block has waited for it
print("loser:", attic.result())
assert attic.result() == "gave up in the attic"
