"""When a worker that fails calls abort(), those at the barrier need not wait."""

import threading

barrier = threading.Barrier(3)
outcomes = []


def work(number):
    try:
        share = 12 / number
    except ZeroDivisionError:
        print(f"worker{number} has failed")
        return barrier.abort()  # right: the others get BrokenBarrierError
    try:
        barrier.wait()
        outcomes.append(share)
    except threading.BrokenBarrierError:
        print("a worker need not wait any longer")
        outcomes.append("sent home")


if __name__ == "__main__":
    threads = [
        threading.Thread(target=work, args=(number,), name=f"worker{number}")
        for number in range(3)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert outcomes == ["sent home", "sent home"]
