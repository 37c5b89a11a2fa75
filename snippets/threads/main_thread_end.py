"""The main thread may be over while its process and another thread go on."""

import os
import threading
import time


def work():
    main = threading.main_thread()
    print("thread: main thread alive:", main.is_alive())
    assert main.is_alive()
    may_end.set()
    main.join()
    time.sleep(0.2)  # long enough to be seen in the picture
    print("thread: main thread alive:", main.is_alive())
    print("thread: still the same process:", os.getpid() == pid)
    assert not main.is_alive()
    assert os.getpid() == pid
    assert threading.active_count() == 2  # main is still on the list


pid = os.getpid()
may_end = threading.Event()
threading.Thread(target=work, name="worker").start()
may_end.wait()
print("main:   this is the last line")
