"""A signal blocked before the threads start goes to the thread that asks by sigwait."""

import os
import signal
import threading

SIGNALS = {signal.SIGTERM, signal.SIGUSR1}


def take_signals():
    assert signal.pthread_sigmask(signal.SIG_BLOCK, []) >= SIGNALS  # inherited
    while (number := signal.sigwait(SIGNALS)) != signal.SIGTERM:
        print("signal thread: took", signal.Signals(number).name)
        taken.append(number)
    print("signal thread: took SIGTERM, so the program shall stop")
    stop.set()


def work():
    while not stop.wait(timeout=0.01):
        rounds.append("round")


taken, rounds, stop = [], [], threading.Event()
signal.pthread_sigmask(signal.SIG_BLOCK, SIGNALS)  # also for all threads made later
threads = [
    threading.Thread(target=take_signals, name="signals"),
    threading.Thread(target=work, name="worker"),
]
for thread in threads:
    thread.start()
os.kill(os.getpid(), signal.SIGUSR1)
while not taken or not rounds:
    stop.wait(timeout=0.01)
os.kill(os.getpid(), signal.SIGTERM)
for thread in threads:
    thread.join()
print("main: all threads have ended, nobody was killed")
assert taken == [signal.SIGUSR1]
