"""A run that a page needs, before it is made: of what, where, and under which key."""

import hashlib
import json
import os
import shlex
from dataclasses import dataclass
from functools import cached_property

from proof.programs import packages
from proof.programs.interpreter import Interpreter
from proof.programs.snippet import Snippet
from proof.runs.adopted import adopted
from proof.runs.machine import ENVIRONMENT, PATH, machine, tools
from proof.runs.run import UNCONTAINED
from proof.supervise.request import TIMINGS, Request

FORMAT = 4  # raise it when what is stored changes its meaning or shape


@dataclass(frozen=True)
class Plan:
    """A run that a page needs: a snippet, its arguments, an interpreter.

    Attributes:
        once: Whether to run a snippet that measures time a single time, disturbed or
            not: enough to judge it, and too little to show, so it is another run.
        contained: Whether the engine makes it; see `proof.runs.uncontained`.
    """

    snippet: Snippet
    args: tuple[str, ...]
    interpreter: Interpreter
    once: bool = False
    contained: bool = True

    @property
    def command(self) -> str:
        """The command line that a reader would type."""
        return shlex.join(
            [f"python{self.interpreter.name}", self.snippet.file, *self.args]
        )

    def request(self, observe: bool, repeat: int) -> Request:
        """The order for a supervisor.

        Args:
            observe: Whether to trace it.
            repeat: How often to run it.
        """
        folder = os.path.dirname(self.interpreter.executable)
        environment = os.path.dirname(folder)
        is_virtual = os.path.exists(os.path.join(environment, "pyvenv.cfg"))
        return Request(
            argv=[self.interpreter.executable, self.snippet.file, *self.args],
            files={self.snippet.file: self.snippet.source},
            env=ENVIRONMENT | {"PATH": f"{folder}:{PATH}"},
            limit=self.snippet.limit,
            linger=self.snippet.linger,
            observe=observe,
            repeat=repeat,
            reach=list(self.snippet.reach),
            interpreter=f"python{self.interpreter.name}",
            environment=environment if is_virtual else "",
            library=self.interpreter.library,
        )

    @property
    def repeat(self) -> int:
        """How often it is run, the traced run of one that measures time left out.

        Where a run of that takes long, it is run less often; see `proof.runs.alone`.
        """
        if self.once and self.snippet.timing:
            return 1
        return TIMINGS if self.snippet.timing else self.snippet.repeat

    @cached_property
    def _origin(self) -> dict:
        snippet = self.snippet
        once = {"once": True} if self.once and snippet.timing else {}
        engine = {} if self.contained else {"engine": UNCONTAINED}
        return {
            **once,
            **engine,
            "format": FORMAT,
            "snippet": snippet.digest,
            "path": snippet.path,
            "args": list(self.args),
            "interpreter": self.interpreter.identity(),
            "packages": packages.versions(self.interpreter, snippet.dependencies),
            # Whoever builds may have another C library than the interpreter that runs.
            "machine": machine() | {"library": self.interpreter.system},
            "environment": ENVIRONMENT | ({"PATH": PATH} if self.contained else {}),
            "tools": tools(snippet.needs, snippet.source),
        }

    def origin(self) -> dict:
        """All that can change the result, and nothing else, as JSON keeps it.

        What a supervisor fixes for every run needs no mention: `FORMAT` stands for it.
        ``machine`` says what this process may use; ``packages`` holds what the snippet
        names and all that these need; ``tools`` tells the versions of executables
        apart, see `proof.runs.machine.tools`.
        """
        return self._origin

    @cached_property
    def key(self) -> str:
        """The name of the run in the store."""
        if held := adopted():
            run = held.runs[self.snippet.digest, self.args, self.interpreter.name]
            return hashlib.sha256(run.to_json().encode()).hexdigest()
        text = json.dumps(self.origin(), sort_keys=True)
        return hashlib.sha256(text.encode()).hexdigest()
