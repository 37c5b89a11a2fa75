"""A lambda is refused as a job under every start method, and get() says so."""

import multiprocessing
import pickle


def double(number):
    return 2 * number


if __name__ == "__main__":
    for method in multiprocessing.get_all_start_methods():
        with multiprocessing.get_context(method).Pool(1) as pool:
            result = pool.apply_async(lambda number: 2 * number, [21])
            try:
                result.get()
            except (pickle.PicklingError, AttributeError) as error:
                print(f"{method}: {type(error).__name__}")
                assert "lambda" in str(error)
            else:
                raise AssertionError("a lambda was pickled")
            assert pool.apply(double, [21]) == 42
