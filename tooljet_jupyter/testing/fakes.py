"""Libraries that are not there: every name exists, every call works, nothing happens."""

import ast
import sys
from collections.abc import Iterator
from importlib.abc import Loader, MetaPathFinder
from importlib.machinery import ModuleSpec
from pathlib import Path
from types import ModuleType, TracebackType
from typing import Any


class AnyClass(type):
    """The class of fake classes: their attributes exist as well."""

    def __getattr__(cls, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)
        return Fake(f"{cls.__name__}.{name}")


class Fake(metaclass=AnyClass):
    """Something of a library that is not there."""

    def __init__(self, *given: Any, **named: Any) -> None:
        self.given = given

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)
        return Fake(name)

    def __call__(self, *given: Any, **named: Any) -> Any:
        return Fake("result")

    def __iter__(self) -> Iterator[Any]:
        return iter(())

    def __int__(self) -> int:
        return 0

    def __enter__(self) -> Any:
        return self

    def __exit__(self, *error: type[BaseException] | BaseException | TracebackType | None) -> None:
        return


class FakeModule(ModuleType):
    """A module in which every name exists: errors as exceptions, other capitals as classes."""

    __path__: list[str] = []

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)
        if name.endswith(("Error", "Exception", "Warning")):
            made: Any = type(name, (Exception,), {})
        else:
            made = AnyClass(name, (Fake,), {}) if name[0].isupper() else Fake(name)
        setattr(self, name, made)
        return made


class FakeLibraries(MetaPathFinder, Loader):
    """Finds the libraries of a plugin before the real ones are looked for."""

    def __init__(self, roots: set[str]) -> None:
        self.roots = roots

    def find_spec(self, fullname: str, path: Any = None, target: Any = None) -> ModuleSpec | None:
        """Answer for the libraries that are to be fakes."""
        return ModuleSpec(fullname, self) if fullname.partition(".")[0] in self.roots else None

    def create_module(self, spec: ModuleSpec) -> ModuleType:
        """Make the fake."""
        return FakeModule(spec.name)

    def exec_module(self, module: ModuleType) -> None:
        """Nothing has to run."""
        return


def libraries(folder: Path) -> set[str]:
    """Return the top-level names that the files of a plugin import from elsewhere."""
    found: set[str] = set()
    for path in folder.glob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Import):
                found |= {alias.name.partition(".")[0] for alias in node.names}
            elif isinstance(node, ast.ImportFrom) and node.level == 0 and node.module:
                found.add(node.module.partition(".")[0])
    return found - set(sys.stdlib_module_names) - {"tooljet_jupyter", "msgspec"}
