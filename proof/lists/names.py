"""Which names of libraries a program uses, from its syntax: what is certain, no guess.

A name is certain if what stands before its dot is: a module, a class, or a variable
that is bound in one scope and always to objects of one class.
"""

import ast
from collections.abc import Callable, Iterator

from proof.lists import kinds, libraries
from proof.lists.kinds import LIST, MODULE, NAME, OBJECT, PAIR, Kind, Scope

FUNCTIONS = ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda
COMPREHENSIONS = ast.ListComp | ast.SetComp | ast.GeneratorExp | ast.DictComp


def used(tree: ast.AST) -> set[str]:
    """The full names that a program uses, such as ``"threading.Thread.join"``."""
    own = {
        node.attr
        for node in ast.walk(tree)
        if isinstance(node, ast.Attribute) and isinstance(node.ctx, ast.Store)
    } - libraries.SETTABLE
    reader = _Reader(own)
    reader.read(tree, Scope(None))
    return {
        name
        for ask in reader.asked
        if (name := ask()) and libraries.is_library(name.split(".")[0])
    }


class _Reader:
    """Walks a program once; what it uses is asked when every binding is known."""

    def __init__(self, own: set[str]) -> None:
        self.own = own  # attributes that the program itself sets
        self.methods: dict[str, set[str]] = {}  # by class of the program
        self.asked: list[Callable[[], str]] = []

    def read(self, node: ast.AST, scope: Scope) -> None:
        if isinstance(node, ast.Import | ast.ImportFrom):
            self._import(node, scope)
        elif isinstance(node, ast.ClassDef):
            self._class(node, scope)
        elif isinstance(node, FUNCTIONS):
            self._function(node, scope)
        elif isinstance(node, ast.Global | ast.Nonlocal):
            outer = scope.module if isinstance(node, ast.Global) else scope.outer
            scope.elsewhere |= dict.fromkeys(node.names, outer or scope)
        else:
            inner = Scope(scope) if isinstance(node, COMPREHENSIONS) else scope
            self._bind(node, inner)
            if isinstance(node, ast.Attribute) and isinstance(node.ctx, ast.Load):
                self.asked.append(lambda: self._name(node, inner))
            for child in ast.iter_child_nodes(node):
                self.read(child, inner)

    def _name(self, node: ast.Attribute, scope: Scope) -> str:
        what, name = self.kind(node, scope) or ("", "")
        return name if what == NAME else ""

    def _import(self, node: ast.Import | ast.ImportFrom, scope: Scope) -> None:
        for one in node.names:
            if isinstance(node, ast.Import):
                name = one.name if one.asname else one.name.split(".")[0]
                kind = (MODULE, name)
            else:
                kind = kinds.member(f"{node.module}", one.name)
                if kind[0] == NAME:
                    self.asked.append(lambda name=kind[1]: name)
                name = one.name
            scope.bind(one.asname or name, lambda kind=kind: kind)

    def _class(self, node: ast.ClassDef, scope: Scope) -> None:
        parts = [one for one in ast.walk(node) if isinstance(one, FUNCTIONS)]
        methods = {getattr(one, "name", "") for one in parts}

        def kind() -> Kind:
            found = [self.kind(base, scope) for base in node.bases]
            if len(found) == 1 and found[0] and found[0][0] == NAME:
                self.methods.setdefault(node.name, methods)
                return NAME, f"{found[0][1]}:{node.name}"
            return None

        scope.bind(node.name, kind)
        inner = Scope(scope)
        for child in (*node.bases, *node.decorator_list, *node.body):
            # A method does not see the names of its class.
            self.read(child, scope if isinstance(child, FUNCTIONS) else inner)

    def _function(self, node: FUNCTIONS, scope: Scope) -> None:
        if name := getattr(node, "name", ""):
            scope.bind(name, lambda: None)
        inner = Scope(scope)
        every = node.args
        several = [*every.posonlyargs, *every.args, *every.kwonlyargs]
        for one in [*several, every.vararg, every.kwarg]:
            if one:
                inner.bind(one.arg, lambda: None)
        for child in (*every.defaults, *filter(None, every.kw_defaults)):
            self.read(child, scope)
        for child in getattr(node, "decorator_list", []):
            self.read(child, scope)
        for child in node.body if isinstance(node.body, list) else [node.body]:
            self.read(child, inner)

    def _bind(self, node: ast.AST, scope: Scope) -> None:
        """Take notice of the names that a node binds, but for those of its parts."""
        for target, kind in self._targets(node, scope):
            parts = target.elts if isinstance(target, ast.Tuple | ast.List) else []
            if isinstance(target, ast.Name):
                scope.bind(target.id, kind)
            for one in parts:
                if isinstance(one, ast.Name):
                    scope.bind(one.id, lambda kind=kind: kinds.part(kind(), PAIR))
        named = ast.ExceptHandler | ast.MatchAs | ast.MatchStar
        if isinstance(node, named) and node.name:
            scope.bind(node.name, lambda: None)

    def _targets(
        self, node: ast.AST, scope: Scope
    ) -> Iterator[tuple[ast.AST, Callable[[], Kind]]]:
        if isinstance(node, ast.Assign):
            for target in node.targets:
                yield target, lambda: self.kind(node.value, scope)
        elif isinstance(node, ast.AnnAssign | ast.NamedExpr):
            value = node.value
            yield node.target, lambda: value and self.kind(value, scope)
        elif isinstance(node, ast.AugAssign):
            yield node.target, lambda: None
        elif isinstance(node, ast.For | ast.AsyncFor | ast.comprehension):
            yield node.target, lambda: kinds.part(self.kind(node.iter, scope), LIST)
        elif isinstance(node, ast.withitem) and node.optional_vars:
            yield (
                node.optional_vars,
                lambda: kinds.entered(self.kind(node.context_expr, scope)),
            )

    def kind(self, node: ast.AST, scope: Scope) -> Kind:
        """What is known of an expression."""
        if isinstance(node, ast.Name):
            return scope.find(node.id)
        if isinstance(node, ast.Attribute):
            return self._attribute(self.kind(node.value, scope), node.attr)
        if isinstance(node, ast.Call):
            return kinds.called(self.kind(node.func, scope))
        if isinstance(node, ast.Await) and isinstance(node.value, ast.Call):
            called = self.kind(node.value.func, scope)
            found = called and libraries.AWAITED.get(called[1])
            return (OBJECT, found) if found else None
        if isinstance(node, ast.ListComp):
            inner = Scope(scope)
            for one in node.generators:
                self._bind(one, inner)
            return kinds.listed({self.kind(node.elt, inner)})
        if isinstance(node, ast.List | ast.Tuple):
            return kinds.listed({self.kind(one, scope) for one in node.elts})
        return None

    def _attribute(self, before: Kind, name: str) -> Kind:
        what, of = before or ("", "")
        if name in self.own:
            return None
        if what == MODULE:
            return kinds.member(of, name)
        of, _, own = of.partition(":")
        if what not in (NAME, OBJECT) or name in self.methods.get(own, ()):
            return None
        if not libraries.is_class(of) or name.startswith("_"):
            return None
        return NAME, f"{of}.{name}"
