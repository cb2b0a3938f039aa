"""Every kind of data source is described: a title, a link, an icon, a page, and a manifest that editors can check."""

import json
import tomllib

import jsonschema
import pytest

from tests.house.checkout import ROOT
from tooljet_jupyter.drivers.manifest import Manifest

DOCS = ROOT / "tooljet_jupyter" / "docs"
FOLDERS = sorted(path.parent for place in ("plugins", "marketplace") for path in (ROOT / place).glob("*/plugin.toml"))


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_a_plugin_has_a_title_a_link_an_icon_and_a_page(folder):
    manifest = Manifest.load(folder)
    assert manifest.title
    assert manifest.doc.endswith(".")
    assert manifest.docs.startswith("https://")
    assert (folder / "icon.svg").is_file()
    assert f"# {manifest.title}\n" in (DOCS / "plugins" / f"{manifest.kind}.md").read_text()


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_a_manifest_keeps_to_the_schema_that_editors_read(folder):
    schema = json.loads((DOCS / "schemas" / "plugin.schema.json").read_text())
    jsonschema.validate(tomllib.loads((folder / "plugin.toml").read_text()), schema)


def test_no_page_is_left_of_a_plugin_that_is_gone():
    kinds = {Manifest.load(folder).kind for folder in FOLDERS}
    assert {path.stem for path in (DOCS / "plugins").glob("*.md")} == kinds | {"index"}
