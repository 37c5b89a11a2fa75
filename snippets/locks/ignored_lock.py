"""A lock stops only threads that ask for it; the others change what it guards."""

import threading

balance = 10
lock = threading.Lock()
gave_up = threading.Event()
answers = []


def ask():
    global balance
    answers.append(lock.acquire(timeout=0.2))
    gave_up.set()
    answers.append(lock.acquire())
    balance -= 1
    lock.release()


def do_not_ask():
    global balance
    balance -= 1


if __name__ == "__main__":
    asking = threading.Thread(target=ask, name="asking")
    careless = threading.Thread(target=do_not_ask, name="careless")
    with lock:
        asking.start()
        gave_up.wait()
        print(f"main holds the lock, a thread asks for it:   balance {balance}")
        assert balance == 10
        careless.start()
        careless.join()
        print(f"main holds the lock, a thread does not ask:  balance {balance}")
        assert balance == 9
        assert asking.is_alive()

    asking.join()
    print(f"main has released it, the asking thread ran: balance {balance}")
    print(f"that thread's calls of acquire returned {answers}")
    assert balance == 8
    assert answers == [False, True]
