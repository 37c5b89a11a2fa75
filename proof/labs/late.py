"""What labs alone need and takes a second to load: loaded when a lab is drawn."""

import importlib
import sys
from threading import RLock
from types import ModuleType

MODULES = ("jupytext", "mkdocs_jupyter.convert")
_loading = RLock()


class _Late(ModuleType):
    """Stands for a module until something is asked of it."""

    def __getattr__(self, name: str) -> object:
        with _loading:
            if sys.modules.get(self.__name__) is self:
                del sys.modules[self.__name__]
                importlib.import_module(self.__name__)
        return getattr(sys.modules[self.__name__], name)


def put_off() -> None:
    """Let mkdocs-jupyter import modules without loading them."""
    for name in MODULES:
        sys.modules.setdefault(name, _Late(name))
