# /// script
# requires-python = ">=3.11"
# dependencies = ["ipykernel", "nbclient", "nbformat"]
# [tool.proof]
# platform = "linux"
# kind = "symptom"
# limit = 30
# ///
"""In Jupyter a spawned worker finds no function of a cell, and a loop is running."""

import os
import subprocess
import tempfile

from nbclient import NotebookClient
from nbformat.v4 import new_code_cell, new_notebook

POOL = """
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
with ProcessPoolExecutor(1, get_context("{}")) as pool:
    print(pool.submit({}, 3).result())
"""
SQUARE = "def square(number):\n    return number * number"
CELLS = {
    SQUARE: None,
    POOL.format("spawn", "square"): "BrokenProcessPool",
    POOL.format("forkserver", "square"): "BrokenProcessPool",
    POOL.format("fork", "square"): "9",
    "%%writefile shop.py\n" + SQUARE: "Writing shop.py",
    "import shop\n" + POOL.format("spawn", "shop.square"): "9",
    "import asyncio\nasync def fetch():\n    return 'fetched'": None,
    "asyncio.run(fetch())": "RuntimeError",
    "await asyncio.to_thread(asyncio.run, fetch())": "'fetched'",
    "await fetch()": "'fetched'",
}


def said(output):
    """Return what stands below a cell, but for the traceback of a worker."""
    if output.output_type == "error":
        return f"{output.ename}: {output.evalue}"
    text = output.get("text") or output.data["text/plain"]
    return text.strip().splitlines()[-1]


with tempfile.TemporaryDirectory() as folder:
    os.chdir(folder)
    os.environ |= {"HOME": folder, "TMPDIR": folder, "IPYTHONDIR": folder}
    tempfile.tempdir = folder
    notebook = new_notebook(cells=[new_code_cell(cell) for cell in CELLS])
    client = NotebookClient(notebook, allow_errors=True)
    client.execute(stderr=subprocess.DEVNULL)
    os.chdir("/")
for cell, expected in zip(notebook.cells, CELLS.values(), strict=True):
    print("In: ", cell.source.strip().splitlines()[-1].strip())
    shown = [said(output) for output in cell.outputs]
    for text in shown:
        print("Out:", text[:70])
    assert not expected or any(text.startswith(expected) for text in shown)
