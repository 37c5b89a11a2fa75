"""A consumer that catches per item answers every item, and main gets the errors."""

import queue
import threading


def consume():
    while (text := items.get()) != "end":
        try:
            print("got", int(text))
        except Exception as error:  # the thread's boundary: nobody else would see it
            errors.append((text, error))
        finally:
            items.task_done()


items, errors = queue.Queue(), []
consumer = threading.Thread(target=consume, name="consumer")
consumer.start()
for text in ("1", "two", "3"):
    items.put(text)
items.join()
assert consumer.is_alive()
items.put("end")
consumer.join()
for text, error in errors:
    print(f"main: {text!r} failed with {type(error).__name__}")
assert [text for text, _ in errors] == ["two"]
