"""The data set, beside the pages of the site whose runs it is made of."""

import shutil
from pathlib import Path

from proof.errors import ProofError
from proof.lists.claims import claims
from proof.runs.store import usable
from proof.show.page import Site
from proof.worlds import dataset

FOLDER = "data"
FILES = [f"{FOLDER}/{dataset.NAME}.{suffix}" for suffix in dataset.SUFFIXES]


def write(site: Site, folder: Path) -> None:
    """Write it into a folder of the built site.

    What the last build wrote lies in the store: the feed goes on from there. Where that
    is of another version of the format, or is none any more, the feed begins anew.

    Args:
        site: Whose claims.
        folder: That of the built site.

    Raises:
        ProofError: It cannot be written, or ids of claims are wrong.
    """
    kept, every = usable(site.project.store / FOLDER), claims(site)
    try:
        dataset.write(kept, every)
    except ProofError:
        shutil.rmtree(kept, ignore_errors=True)
        dataset.write(kept, every)
    shutil.copytree(kept, folder / FOLDER, dirs_exist_ok=True)
