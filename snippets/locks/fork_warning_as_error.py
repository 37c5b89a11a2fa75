# /// script
# requires-python = ">=3.12"
# dependencies = []
# [tool.proof]
# pythons = ["3.14", "3.15"]
# ///
"""With warnings as errors a fork beside threads raises in main since 3.15 only."""

import os
import sys
import threading
import warnings

end = threading.Event()
thread = threading.Thread(target=end.wait)
thread.start()
raised = False
with warnings.catch_warnings():
    warnings.simplefilter("error")  # as -W error does
    try:
        pid = os.fork()
        if pid == 0:
            os._exit(0)
    except DeprecationWarning as warning:
        raised = True
        print("DeprecationWarning:", str(warning).partition(", ")[2])
    else:
        os.waitpid(pid, 0)
        print("no exception")
end.set()
thread.join()
assert raised == (sys.version_info >= (3, 15))
