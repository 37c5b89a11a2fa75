"""What is known of a name or an expression of a program."""

from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass, field

from proof.lists import libraries

# What is known of an expression: what it is, and of which module or class.
MODULE, NAME, OBJECT, LIST, PAIR = "module", "name", "object", "list", "pair"
Kind = tuple[str, str] | None


@dataclass
class Scope:
    """Names, and what each is bound to, looked at when all of the text is read."""

    outer: "Scope | None"
    bound: dict[str, list[Callable[[], Kind]]] = field(
        default_factory=lambda: defaultdict(list)
    )
    elsewhere: dict[str, "Scope"] = field(default_factory=dict)
    busy: set[str] = field(default_factory=set)

    def bind(self, name: str, kind: Callable[[], Kind]) -> None:
        self.elsewhere.get(name, self).bound[name].append(kind)

    def find(self, name: str) -> Kind:
        if name not in self.bound or name in self.elsewhere:
            return self.outer.find(name) if self.outer else None
        if name in self.busy:  # it is bound to something made of itself
            return None
        self.busy.add(name)
        kinds = {kind() for kind in self.bound[name]}
        self.busy.remove(name)
        return kinds.pop() if len(kinds) == 1 else None

    @property
    def module(self) -> "Scope":
        return self.outer.module if self.outer else self


def member(module: str, name: str) -> Kind:
    """A name in a module."""
    full = f"{module}.{name}"
    return (MODULE if libraries.is_module(full) else NAME), full


def called(what: Kind) -> Kind:
    """What a call returns."""
    kind, name = what or ("", "")
    if kind != NAME:
        return None
    if name in libraries.CONTEXTS:
        return MODULE, libraries.CONTEXTS[name]
    if name in libraries.PAIRS:
        return PAIR, libraries.PAIRS[name]
    if name in libraries.RETURNED:
        return OBJECT, libraries.RETURNED[name]
    return (OBJECT, name) if libraries.is_class(name.partition(":")[0]) else None


def part(what: Kind, of: str) -> Kind:
    """One of what is in a list, or in a pair."""
    return (OBJECT, what[1]) if what and what[0] == of else None


def listed(kinds: set[Kind]) -> Kind:
    """A list of objects of such kinds."""
    what = kinds.pop() if len(kinds) == 1 else None
    return (LIST, what[1]) if what and what[0] == OBJECT else None


def entered(what: Kind) -> Kind:
    """What ``as`` binds: the object itself, for classes that are known to do that."""
    is_self = what and what[0] == OBJECT and what[1] in libraries.ENTERED
    return what if is_self else None
