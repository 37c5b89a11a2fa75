# /// script
# requires-python = ">=3.13"
# dependencies = []
# [tool.proof]
# pythons = ["3.14", "3.14t"]
# ///
"""Importing a C module that does not declare its support turns the GIL on, for good."""

import importlib.machinery
import importlib.util
import sys
import warnings

FILE = importlib.util.find_spec("_testmultiphase")  # part of CPython's own tests
NAME = "_testmultiphase_null_slots"  # in that file: a module that declares nothing

if FILE is None:
    print("this Python was installed without its test modules")
else:
    loader = importlib.machinery.ExtensionFileLoader(NAME, FILE.origin)
    spec = importlib.util.spec_from_loader(NAME, loader)
    before = sys._is_gil_enabled()
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        module = importlib.util.module_from_spec(spec)
        loader.exec_module(module)
    del module, spec, loader
    after = sys._is_gil_enabled()

    print("GIL enabled before the import:", before)
    print("GIL enabled after the import: ", after)
    for warning in caught:
        print(f"{warning.category.__name__}: {str(warning.message)[:50]}...")
    assert after
    assert len(caught) == (not before)
