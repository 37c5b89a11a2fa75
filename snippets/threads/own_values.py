"""Each thread sees only the value that it has itself given to a threading.local."""

import threading

local = threading.local()
both_have_set = threading.Barrier(2)
greetings = {}


def greet():
    """Read the name without a parameter."""
    return f"Hello, {local.name}!"


def serve(name):
    local.name = name
    both_have_set.wait()  # both names have been set
    greetings[threading.current_thread().name] = greet()


if __name__ == "__main__":
    threads = [
        threading.Thread(target=serve, args=["Ann"], name="left"),
        threading.Thread(target=serve, args=["Bob"], name="right"),
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    for thread, greeting in sorted(greetings.items()):
        print(f"{thread:5}: {greeting}")
    assert greetings == {"left": "Hello, Ann!", "right": "Hello, Bob!"}

    try:
        greet()
    except AttributeError as error:
        print("main :", error)
    else:
        raise AssertionError("main has read another thread's value")
