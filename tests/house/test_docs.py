"""Documentation that can fail: what is public is explained, and what is explained exists."""

import json
import re
from pathlib import Path

import pytest

from tests.house.checkout import ROOT, name_of, pages, version
from tooljet_jupyter.extension import TooljetApp

LINK = re.compile(r"\]\(<?([^)\s>]+)>?(?:\s+\"[^\"]*\")?\)")
FENCED = re.compile(r"^```.*?^```", re.M | re.S)
ELSEWHERE = ("http://", "https://", "mailto:", "/")


def test_the_changelog_knows_this_version():
    assert f"## {version()}" in (ROOT / "CHANGELOG.md").read_text().splitlines()


@pytest.mark.parametrize("page", pages(), ids=name_of)
def test_links_resolve(page):
    targets = LINK.findall(FENCED.sub("", page.read_text()))
    assert [target for target in targets if not target.startswith(ELSEWHERE) and not resolves(page, target)] == []


def resolves(page: Path, target: str) -> bool:
    """Say whether the file is there, and the heading in it."""
    name, _, anchor = target.partition("#")
    file = page.parent / name if name else page
    if not file.exists() or not anchor:
        return file.exists()
    headings = re.findall(r"^#+ (.+)$", FENCED.sub("", file.read_text()), re.M)
    return anchor in {slug(heading) for heading in headings}


def slug(heading: str) -> str:
    """Return the anchor of a heading."""
    return re.sub(r"[^\w\- ]", "", heading.strip().lower()).replace(" ", "-")


def test_every_setting_has_help():
    settings = TooljetApp.class_own_traits(config=True)
    assert [name for name, trait in settings.items() if not trait.help] == []


def test_every_setting_is_on_the_page_of_settings_and_no_other():
    page = (ROOT / "tooljet_jupyter/docs/settings.md").read_text()
    settings = {name for name in TooljetApp.class_own_traits(config=True)}
    assert set(re.findall(r"TooljetApp\.(\w+)", page)) == settings


def operations():
    """Return every operation of the API with its place."""
    api = json.loads((ROOT / "tooljet_jupyter/docs/openapi.json").read_text())
    verbs = {"get", "put", "post", "patch", "delete", "head"}
    return {
        f"{verb} {path}": said for path, item in api["paths"].items() for verb, said in item.items() if verb in verbs
    }


def test_every_endpoint_has_a_sentence():
    assert [name for name, said in operations().items() if not said.get("summary", "").endswith(".")] == []
