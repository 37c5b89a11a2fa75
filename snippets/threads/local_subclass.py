"""A subclass of threading.local runs its __init__ once in each thread that uses it."""

import threading

set_up_in = []


class Basket(threading.local):
    def __init__(self, shop):
        set_up_in.append(threading.current_thread().name)
        self.shop = shop
        self.items = []


def buy(*items):
    for item in items:
        basket.items.append(item)
    bought[threading.current_thread().name] = (basket.shop, basket.items)


if __name__ == "__main__":
    basket = Basket("corner shop")
    bought = {}
    for name, items in ("first", ["tea", "milk"]), ("second", ["bread"]):
        thread = threading.Thread(target=buy, args=items, name=name)
        thread.start()
        thread.join()

    print("__init__ ran in", set_up_in)
    print("first: ", bought["first"])
    print("second:", bought["second"])
    print("main:  ", (basket.shop, basket.items))
    assert set_up_in == [threading.main_thread().name, "first", "second"]
    assert bought["first"] == ("corner shop", ["tea", "milk"])
    assert bought["second"] == ("corner shop", ["bread"])
    assert basket.items == []
