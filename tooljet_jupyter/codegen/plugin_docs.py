"""A page of the documentation for every kind of data source, their index, and the schema of `plugin.toml`."""

import json
from pathlib import Path

from ..drivers.catalog import Catalog
from ..drivers.fields import Choice, Field
from ..drivers.manifest import Manifest, Operation
from ..resources import folder
from . import python
from .component_docs import sentence, table
from .places import DOCS, notice

SOURCE = "`plugins/*/plugin.toml` and `marketplace/*/plugin.toml`"
MODEL = "`tooljet_jupyter/drivers/manifest.py`"
REFERENCE = "https://json-schema.org/draft/2020-12/schema"


def files() -> dict[Path, str]:
    """Return the pages and the schema."""
    manifests = Catalog([folder("plugins"), folder("marketplace")]).manifests
    pages = {DOCS / "plugins" / f"{kind}.md": page(manifest) for kind, manifest in manifests.items()}
    schema = {"$schema": REFERENCE, "$comment": notice(MODEL), **Manifest.schema()}
    text = json.dumps(schema, indent=2, ensure_ascii=False) + "\n"
    return {
        DOCS / "plugins" / "index.md": index(manifests),
        DOCS / "schemas" / "plugin.schema.json": text,
        **pages,
    }


def index(manifests: dict[str, Manifest]) -> str:
    """Return all kinds by category."""
    parts = [f"<!-- {notice(SOURCE)} -->", "# Kinds of data source"]
    for category in sorted({manifest.category for manifest in manifests.values()}):
        mine = sorted((m for m in manifests.values() if m.category == category), key=lambda m: m.title)
        rows = [f"- [{m.title}]({m.kind}.md){': ' + sentence(m.doc) if m.doc else ''}" for m in mine]
        parts += [f"## {category.replace('-', ' ').capitalize()}", "\n".join(rows)]
    parts += ["Kinds of your own: [Plugins](../plugins.md)."]
    return "\n\n".join(parts) + "\n"


def page(manifest: Manifest) -> str:
    """Return all about one kind."""
    parts = [f"<!-- {notice(SOURCE)} -->", f"# {manifest.title}", about(manifest)]
    if manifest.connection:
        parts += ["## Connection", fields(manifest.connection)]
    parts += ["## Operations"]
    parts += [part for name, found in manifest.operations.items() for part in operation(name, found)]
    return "\n\n".join(part for part in parts if part) + "\n"


def about(manifest: Manifest) -> str:
    """Return what a reader needs first."""
    words = [sentence(manifest.doc)] if manifest.doc else []
    words += [f"Kind `{manifest.kind}`."]
    if manifest.static:
        words += ["Queries can use it without a data source."]
    if manifest.requires:
        words += [f"Needs {', '.join(f'`{name}`' for name in manifest.requires)}."]
    for feature, packages in manifest.optional.items():
        words += [f"With {', '.join(f'`{name}`' for name in packages)} also: {feature.replace('_', ' ')}."]
    words += [f"[Its own documentation]({manifest.docs})."] if manifest.docs else []
    return " ".join(words)


def operation(name: str, found: Operation) -> list[str]:
    """Return the parts of one operation."""
    chosen = found.when or {"operation": name}
    options = " and ".join(f"`{key}` is {wanted(value)}" for key, value in chosen.items())
    words = [sentence(found.doc)] if found.doc else []
    words += [f"Chosen where {options}."]
    return [f"### {found.title}", " ".join(words), fields(found.fields) if found.fields else ""]


def fields(found: list[Field]) -> str:
    """Return the fields of a form as a table."""
    return table(["Option", "Label", "Values", "Default", "What it is"], [row(field) for field in found])


def row(field: Field) -> list[str]:
    """Return one field."""
    default = "" if field.default is None or field.secret else f"`{python.value(field.default)}`"
    return [f"`{field.key}`", field.label, values(field), default, words(field)]


def values(field: Field) -> str:
    """Return what a field may be."""
    if field.choices:
        return ", ".join(f"`{c.value if isinstance(c, Choice) else c}`" for c in field.choices)
    return "secret" if field.widget == "password" else field.widget


def words(field: Field) -> str:
    """Return what a reader should know of a field."""
    said = ["Required."] if field.required else []
    said += ["Stored encrypted."] if field.secret else []
    said += [f"Where {conditions(field)}."] if field.when else []
    said += [sentence(field.doc)] if field.doc else []
    return " ".join(said)


def conditions(field: Field) -> str:
    """Return when a field is asked for."""
    return " and ".join(f"`{key}` is {wanted(value)}" for key, value in field.when.items())


def wanted(value: object) -> str:
    """Return one or several values."""
    if isinstance(value, list):
        return " or ".join(f"`{python.value(item)}`" for item in value)
    return f"`{python.value(value)}`"
