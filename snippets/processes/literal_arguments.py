# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.proof]
# platform = "linux"
# ///
"""A list of arguments reaches the program as it is; a shell takes a string apart."""

import subprocess

name = "menu; exit 7"

direct = subprocess.run(["echo", "open", name], capture_output=True, text=True)
print("list:   ", direct.args)
print("   output", repr(direct.stdout), "return code", direct.returncode)
assert direct.stdout == "open menu; exit 7\n"
assert direct.returncode == 0

shell = subprocess.run(f"echo open {name}", shell=True, capture_output=True, text=True)
print("string: ", repr(shell.args), "with shell=True")
print("   output", repr(shell.stdout), "return code", shell.returncode)
assert shell.stdout == "open menu\n"
assert shell.returncode == 7

try:
    subprocess.run(f"echo open {name}")
except FileNotFoundError as error:
    print("string:  without a shell there is no program of this name:")
    print("  ", repr(error.filename))
else:
    raise AssertionError("the string was taken apart without a shell")
