# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.proof]
# platform = "linux"
# ///
"""Pending SIGUSR1s merge into one; real-time signals queue, each with its sender."""

import os
import signal

SIGNALS = {signal.SIGUSR1, signal.SIGRTMIN}


def senders(number):
    """Take all pending signals of this number; return who sent them."""
    pids = []
    while (info := signal.sigtimedwait({number}, 0)) is not None:
        pids.append(info.si_pid)
    return pids


signal.pthread_sigmask(signal.SIG_BLOCK, SIGNALS)
children = []
for _ in range(5):
    pid = os.fork()
    if pid == 0:
        os.kill(os.getppid(), signal.SIGUSR1)
        os.kill(os.getppid(), signal.SIGRTMIN)
        os._exit(0)
    children.append(pid)
    os.waitpid(pid, 0)
print("pending:", *sorted(signal.Signals(n).name for n in signal.sigpending()))

normal, queued = senders(signal.SIGUSR1), senders(signal.SIGRTMIN)
print(f"SIGUSR1:  sent 5 times, taken {len(normal)} time, the first child's")
print(f"SIGRTMIN: sent 5 times, taken {len(queued)} times, in the order of sending")
assert normal == children[:1]
assert queued == children

calls = []
signal.signal(signal.SIGRTMIN, lambda number, frame: calls.append(number))
for _ in range(5):
    os.kill(os.getpid(), signal.SIGRTMIN)
signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGRTMIN})
print(f"SIGRTMIN: sent 5 times, the Python handler called {len(calls)} time")
assert len(calls) == 1
assert not hasattr(signal, "sigqueue")  # which would send a value along
