# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.proof]
# kind = "recipe"
# ///
"""One function says which build of Python runs, and whether its GIL is on."""

import json
import os
import subprocess
import sys
import sysconfig


def tell_build():
    """Return what runs: its version, its build, and whether its GIL is on now."""
    free = bool(sysconfig.get_config_var("Py_GIL_DISABLED"))
    ask = getattr(sys, "_is_gil_enabled", lambda: True)  # older ones have one always
    on = ask()  # the point
    version = "{}.{}.{}".format(*sys.version_info)
    build = "free-threaded" if free else "default"
    return {"version": version, "build": build, "GIL": on}


def answer(*options, **variables):
    """Start this interpreter with options and variables, and return what it tells."""
    command = [sys.executable, *options, os.path.abspath(__file__), "tell"]
    environment = os.environ | variables
    run = subprocess.run(command, env=environment, capture_output=True, text=True)
    return json.loads(run.stdout) if run.returncode == 0 else "refuses to start"


if __name__ == "__main__" and sys.argv[1:] == ["tell"]:
    print(json.dumps(tell_build()))
elif __name__ == "__main__":
    told = tell_build()
    answers = {
        "-X gil=1": answer("-X", "gil=1"),
        "PYTHON_GIL=1": answer(PYTHON_GIL="1"),
        "-X gil=0": answer("-X", "gil=0"),
    }
    print("this one:", told)
    for how, one in answers.items():
        print(f"{how}: {one}")
    assert sys.version.startswith(told["version"])
    assert (told["build"] == "free-threaded") == ("t" in sys.abiflags)
    on = told | {"GIL": True}
    assert answers["-X gil=1"] == answers["PYTHON_GIL=1"] == on
    if told["build"] == "free-threaded":
        assert answers["-X gil=0"] == told | {"GIL": False}
    else:
        assert told == on
        refuses = sys.version_info >= (3, 13)
        assert answers["-X gil=0"] == ("refuses to start" if refuses else on)
