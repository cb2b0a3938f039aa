"""`plugin.toml`: what a data source asks for and what it can do, read without running any of its code."""

import re
import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Literal

import msgspec

from ..errors import Invalid
from . import fields as forms
from . import holes
from .fields import Field, Options

MASK = "••••••••"
REFERENCE = re.compile(r"\s*\{\{\s*(constants|secrets)\.[\w.]+\s*\}\}\s*")


class Request(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The HTTP request of an operation; `{field}` holes are filled from its fields."""

    method: str
    path: str = ""
    query: dict[str, Any] = {}
    headers: dict[str, Any] = {}
    json: Any = None
    form: dict[str, Any] = {}


class Paging(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """How a list goes on.

    * `page`: `param` counts pages from `start`;
    * `offset`: `param` counts rows;
    * `cursor`: `param` takes what the answer holds at the path `cursor`;
    * `link`: the answer holds the next URL, at the path `cursor` or in its `Link` header.

    A page with fewer than `size` rows is the last one, and so is one whose value at `more` is false. `place`
    says where the parameter goes. `limit` is the field that holds how many rows the user wants at most.
    """

    kind: Literal["page", "offset", "cursor", "link"]
    param: str = ""
    place: Literal["query", "json"] = "query"
    start: int = 1
    size: int = 0
    cursor: str = ""
    more: str = ""
    limit: str = ""


class Operation(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One thing a source can do: the fields it asks for and how stored options choose it."""

    title: str
    doc: str = ""
    fields: list[Field] = []
    when: dict[str, Any] = {}
    request: Request | None = None
    rows: str = ""
    paging: Paging | None = None
    writes: bool | None = None

    def validate(self, options: Mapping[str, Any]) -> Options:
        """Return complete options of one run, or raise Invalid with the field and the reason."""
        return forms.validate(self.fields, options)

    @property
    def sql_fields(self) -> list[str]:
        """The keys whose text is SQL, where a binding becomes a bound parameter."""
        return [field.key for field in self.fields if field.widget == "sql"]


class Http(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What all requests of a REST source share; `test` names the operation that tries the connection.

    `basic` is a name and a password; `login` holds the OAuth keys of `login.Grant`. All may have holes.
    """

    base_url: str
    headers: dict[str, str] = {}
    query: dict[str, Any] = {}
    basic: list[str] = []
    login: dict[str, Any] = {}
    test: str = ""


class Manifest(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The whole of `plugin.toml`."""

    kind: str
    title: str
    category: Literal["database", "api", "cloud-storage", "ai", "messaging", "internal"]
    docs: str = ""
    doc: str = ""
    version: str = "1.0.0"
    driver: str = ""
    requires: list[str] = []
    optional: dict[str, list[str]] = {}
    tags: list[str] = []
    static: bool = False
    connection: list[Field] = []
    http: Http | None = None
    operations: dict[str, Operation] = {}

    @classmethod
    def load(cls, folder: Path) -> "Manifest":
        """Read and check `plugin.toml` of a folder; a mistake is Invalid with file, key and reason."""
        path = folder / "plugin.toml"
        try:
            manifest = msgspec.convert(tomllib.loads(path.read_text("utf-8")), cls)
        except (tomllib.TOMLDecodeError, msgspec.ValidationError) as error:
            raise refused(path, str(error)) from error
        manifest.check(path)
        return manifest

    @staticmethod
    def schema() -> dict[str, Any]:
        """Return the JSON Schema of `plugin.toml`, for editors."""
        return msgspec.json.schema(Manifest)

    def check(self, path: Path) -> None:
        """Refuse a manifest whose parts do not fit together."""
        groups = {
            "connection": self.connection,
            **{f"operations.{n}": op.fields for n, op in self.operations.items()},
        }
        for place, group in groups.items():
            check_fields(path, place, group, {field.key for field in self.connection} | SELECTORS)
        if not (self.driver or self.http or self.static):
            raise refused(path, "needs `driver` or `[http]`", key="driver")
        if self.http and self.http.test and self.http.test not in self.operations:
            raise refused(path, f"no operation is called {self.http.test}", key="http.test")
        if self.http:
            self.check_holes(path, self.http)

    def check_holes(self, path: Path, http: Http) -> None:
        """Refuse a hole of a request that no field fills, and an operation without a request."""
        connection = {field.key for field in self.connection}
        check_names(path, "http", http, connection)
        for name, operation in self.operations.items():
            if operation.request:
                fields = connection | {field.key for field in operation.fields}
                check_names(path, f"operations.{name}.request", operation.request, fields)
            elif not self.driver:
                raise refused(path, "needs a `request`", key=f"operations.{name}")

    @property
    def logs_in(self) -> bool:
        """Whether somebody logs in at the source, who is then asked to by a button of the form."""
        return any(field.widget == "login" for field in self.connection)

    def validate(self, options: Mapping[str, Any]) -> Options:
        """Return complete connection options, or raise Invalid with the field and the reason."""
        return forms.validate(self.connection, options)

    def select(self, options: Mapping[str, Any]) -> str:
        """Return the name of the operation that the options of a query choose."""
        for name, operation in self.operations.items():
            wanted = operation.when or {"operation": name}
            # Exports of old versions lack keys that came later: what is missing counts as empty.
            if all(forms.holds(options.get(key) or "", value) for key, value in wanted.items()):
                return name
        if len(self.operations) == 1:
            return next(iter(self.operations))
        raise Invalid("Choose an operation for this query", kind=self.kind, operations=list(self.operations))

    def operation(self, name: str) -> Operation:
        """Return an operation by its name."""
        if name not in self.operations:
            raise Invalid(f"{self.title} has no operation {name}", kind=self.kind, operations=list(self.operations))
        return self.operations[name]

    def secrets(self) -> list[Field]:
        """Return the connection fields that are stored encrypted and never leave the server."""
        return [field for field in self.connection if field.secret]

    def mask(self, options: Mapping[str, Any]) -> Options:
        """Return the options with every secret replaced by a mask; `{{secrets.x}}` is a name and stays."""
        masked: Options = dict(options)
        for field in self.secrets():
            value = forms.read(options, field.key)
            if value not in (None, "", []):
                forms.write(masked, field.key, mask_value(value))
        return masked

    def unmask(self, new: Mapping[str, Any], old: Mapping[str, Any]) -> Options:
        """Return the new options with the old secret wherever a form sent the mask back."""
        restored: Options = dict(new)
        for field in self.secrets():
            value = unmask_value(forms.read(new, field.key), forms.read(old, field.key))
            if forms.read(new, field.key) is not None:
                forms.write(restored, field.key, value)
        return restored


SELECTORS = {"operation", "mode"}


def check_fields(path: Path, place: str, group: list[Field], outside: set[str]) -> None:
    """Refuse a key that is declared twice in one form and a condition on a key that nobody declares."""
    conditions = [tuple(sorted(map(str, field.when.items()))) for field in group]
    names = list(zip([field.key for field in group], conditions, strict=True))
    known = {field.key for field in group} | outside
    for field, name in zip(group, names, strict=True):
        if names.count(name) > 1:
            raise refused(path, "declared twice", key=f"{place}.{field.key}")
        for key in field.when:
            if key not in known:
                raise refused(path, f"`when` names {key}, which is no field", key=f"{place}.{field.key}")


def check_names(path: Path, place: str, template: Http | Request, known: set[str]) -> None:
    """Refuse a template with a hole that no field fills."""
    unknown = sorted(holes.names(msgspec.to_builtins(template)) - known)
    if unknown:
        raise refused(path, f"{{{unknown[0]}}} is no field", key=place)


def mask_value(value: Any) -> Any:
    """Return the mask for a secret; in a list of pairs the names stay readable."""
    if isinstance(value, list):
        return [[name, mask_value(item)] for name, item in value]
    return value if isinstance(value, str) and REFERENCE.fullmatch(value) else MASK


def unmask_value(new: Any, old: Any) -> Any:
    """Return the old secret where the new one is the mask; pairs are matched by name."""
    if isinstance(new, list):
        known = dict(old) if isinstance(old, list) else {}
        return [[name, known.get(name, "") if item == MASK else item] for name, item in new]
    return old if new == MASK else new


def refused(path: Path, reason: str, *, key: str = "") -> Invalid:
    """Return the error for a manifest: the file, the key in it and what is wrong."""
    found = re.search(r" - at `\$\.?(.*)`$", reason)
    where = key or (found.group(1) if found else "")
    text = reason[: found.start()] if found else reason
    name = f"{path.parent.name}/{path.name}"
    message = f"{name}: {where}: {text}" if where else f"{name}: {text}"
    return Invalid(message, file=name, key=where, reason=text)
