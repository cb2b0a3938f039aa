"""The wheel carries all the product needs: a machine without Node and without this checkout runs it."""

import json
import os
import subprocess
import sys
import tarfile
import zipfile

import pytest

from hatch_build import stale
from tests.house.checkout import ROOT, files

BESIDE = ["plugins", "marketplace", "migrations", "examples"]
EXTENSION = "data/data/share/jupyter/labextensions/@tooljet/lab"


def built(target, folder):
    """Build the wheel or the sdist of this checkout; a test takes the pages as they are and builds none."""
    assert not stale(), "the pages are older than their sources: `make demo` or `make test` builds them"
    order = [sys.executable, "-m", "hatchling", "build", "--target", target, "--directory", str(folder)]
    done = subprocess.run(order, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return next(folder.iterdir())


@pytest.fixture(scope="module")
def wheel(tmp_path_factory):
    """The wheel of this checkout."""
    return built("wheel", tmp_path_factory.mktemp("wheel"))


@pytest.fixture(scope="module")
def contents(wheel):
    """The names of the files in the wheel, without the version in them."""
    with zipfile.ZipFile(wheel) as archive:
        return {name.replace(f"tooljet_jupyter-{wheel.name.split('-')[1]}.", "") for name in archive.namelist()}


def test_the_wheel_holds_the_package_and_the_folders_beside_it(contents):
    package = {path.relative_to(ROOT).as_posix() for path in files() if path.is_relative_to(ROOT / "tooljet_jupyter")}
    beside = {path.relative_to(ROOT) for path in files()}
    beside = {f"tooljet_jupyter/{path.as_posix()}" for path in beside if path.parts[0] in BESIDE}
    assert {name for name in package if "/etc/" not in name} | beside <= contents


def test_the_wheel_holds_the_built_pages(contents):
    assert "tooljet_jupyter/static/manifest.json" in contents


def test_the_wheel_turns_the_extensions_on(wheel, contents):
    assert {f"{EXTENSION}/package.json", f"{EXTENSION}/install.json"} <= contents
    settings = "data/data/etc/jupyter/jupyter_server_config.d/tooljet_jupyter.json"
    with zipfile.ZipFile(wheel) as archive:
        name = next(name for name in archive.namelist() if name.endswith(settings))
        enabled = json.loads(archive.read(name))["ServerApp"]["jpserver_extensions"]
    assert enabled == {"tooljet_jupyter": True}


def test_the_wheel_holds_nothing_that_only_developers_need(contents):
    unwanted = (
        "node_modules",
        "__pycache__",
        "/tests/",
        "tooljet_jupyter/labextension/",
        "tooljet_jupyter/etc/",
    )
    assert [name for name in contents if any(part in name for part in unwanted)] == []


def test_an_installed_wheel_finds_its_folders(wheel, tmp_path):
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(tmp_path)
    ask = "from tooljet_jupyter.resources import folder; print(*(p.name for p in folder('plugins').iterdir()))"
    environment = {**os.environ, "PYTHONPATH": str(tmp_path)}
    said = subprocess.run(
        [sys.executable, "-c", ask], cwd=tmp_path, env=environment, capture_output=True, text=True, check=True
    )
    kinds = {path.relative_to(ROOT).parts[1] for path in files() if path.is_relative_to(ROOT / "plugins")}
    assert set(said.stdout.split()) == kinds


def test_the_sdist_holds_every_file_and_the_built_pages(tmp_path):
    with tarfile.open(built("sdist", tmp_path)) as archive:
        names = {name.partition("/")[2] for name in archive.getnames()}
    built_pages = {"tooljet_jupyter/static/manifest.json", "tooljet_jupyter/labextension/package.json"}
    assert {path.relative_to(ROOT).as_posix() for path in files()} | built_pages <= names
