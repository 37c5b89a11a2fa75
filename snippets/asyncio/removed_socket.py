# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.proof]
# pythons = ["3.12", "3.13"]
# ///
"""Since 3.13 a Unix server of asyncio removes its socket's file when it is closed."""

import asyncio
import sys
from pathlib import Path
from tempfile import TemporaryDirectory


async def main(path):
    server = await asyncio.start_unix_server(lambda reader, writer: None, path)
    print("while it listens:", path.exists())
    assert path.exists()
    server.close()
    await server.wait_closed()
    print("closed:          ", path.exists())
    assert path.exists() == (sys.version_info < (3, 13))
    path.unlink(missing_ok=True)  # in all versions
    assert not path.exists()


with TemporaryDirectory() as folder:
    asyncio.run(main(Path(folder, "server.sock")))
