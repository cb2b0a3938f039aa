"""One noun, one name: a thing is called the same in its wire model, service, handler, address and test."""

import re

import pytest

from tests.house.checkout import ROOT, files

PACKAGE = ROOT / "tooljet_jupyter"
# The file of a noun opens with its address; the other files beside it are what handlers are made of.
ADDRESSES = {
    path.stem: found[1]
    for path in sorted(PACKAGE.glob("handlers/*.py"))
    if (found := re.match(r'"""/tooljet/api/([\w/{}]+)"""', path.read_text()))
}
# Addresses that are not the noun, each with the reason.
EXEMPT = {
    "users": "`me` is the user who asks; nobody asks for another one",
}


@pytest.mark.parametrize("noun", ADDRESSES)
def test_a_noun_has_its_service_its_bodies_and_its_test(noun):
    tests = {path.stem for path in files() if path.is_relative_to(ROOT / "tests")}
    there = {
        "service": (PACKAGE / "services" / f"{noun}.py").exists() or (PACKAGE / "services" / noun).is_dir(),
        "wire": (PACKAGE / "wire" / f"{noun}.py").exists(),
        "test": f"test_{noun}" in tests,
    }
    assert [part for part, present in there.items() if not present] == []


@pytest.mark.parametrize("noun", [noun for noun in ADDRESSES if noun not in EXEMPT])
def test_a_noun_is_in_its_address(noun):
    assert ADDRESSES[noun].rpartition("/")[2] in {noun, noun.removesuffix("s")}


@pytest.mark.parametrize("noun", EXEMPT)
def test_an_exemption_is_still_needed(noun):
    assert noun in ADDRESSES
    assert ADDRESSES[noun].rpartition("/")[2] not in {noun, noun.removesuffix("s")}
