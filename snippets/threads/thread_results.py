"""What a thread's target returns is dropped; a dict or a future brings it to main."""

import threading
from concurrent.futures import ThreadPoolExecutor


def square(number):
    return number * number


def square_into(results, number):
    results[number] = square(number)


plain = threading.Thread(target=square, args=(0.5,))
plain.start()
print("join() returns", plain.join())
assert plain.join() is None
assert 0.25 not in vars(plain).values()

results = {}
threads = [threading.Thread(target=square_into, args=(results, n)) for n in (3, 4)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print("a dict that the threads fill:", dict(sorted(results.items())))
assert results == {3: 9, 4: 16}

with ThreadPoolExecutor() as pool:
    future = pool.submit(square, 3)
    print("future.result() returns", future.result())
assert future.result() == 9
