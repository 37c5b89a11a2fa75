# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.proof]
# kind = "recipe"
# ///
"""A job sees the context variables of who submitted it, and leaves none behind."""

import contextvars
import logging
import sys
from concurrent.futures import ThreadPoolExecutor


class ContextExecutor(ThreadPoolExecutor):
    """A ThreadPoolExecutor whose jobs run in a copy of their submitter's context."""

    def submit(self, function, /, *args, **kwargs):
        """Hand in a job; `map` goes through here, too."""
        run = contextvars.copy_context().run  # the point
        return super().submit(run, function, *args, **kwargs)


request = contextvars.ContextVar("request", default="none")
seen = []


class AddRequest(logging.Filter):
    def filter(self, record):
        record.request = request.get()
        seen.append(record.request)
        return True


def job(number):
    logging.warning("job %s", number)
    request.set("changed by a job")


handler = logging.StreamHandler(sys.stdout)
handler.setFormatter(logging.Formatter("request %(request)s: %(message)s"))
handler.addFilter(AddRequest())
logging.basicConfig(handlers=[handler])

with ContextExecutor(1) as executor:  # one thread does all jobs
    for name in ("A", "B"):
        request.set(name)
        executor.submit(job, 1).result()
        list(executor.map(job, [2, 3]))
    contextvars.Context().run(executor.submit, job, 4).result()
assert seen == ["A"] * 3 + ["B"] * 3 + ["none"]
