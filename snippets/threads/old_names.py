"""The camelCase names of threading still work, and each warns that it is deprecated."""

import threading
import warnings

thread = threading.Thread(name="worker", daemon=False)
with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    assert threading.currentThread() is threading.current_thread()
    assert threading.activeCount() == threading.active_count()
    thread.setName("helper")
    assert thread.getName() == thread.name == "helper"
    thread.setDaemon(True)
    assert thread.isDaemon() is thread.daemon is True
    assert threading.Event().isSet() is False

for warning in caught:
    print(warning.message)
assert len(caught) == 7
assert {warning.category for warning in caught} == {DeprecationWarning}
