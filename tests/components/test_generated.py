"""What is generated from the specs is current, and a generator is found by where it lies."""

import subprocess
import sys

import pytest

from tooljet_jupyter import codegen
from tooljet_jupyter.codegen import __main__ as command
from tooljet_jupyter.codegen.places import ROOT
from tooljet_jupyter.components import actions, generated
from tooljet_jupyter.components.action_spec import event_actions
from tooljet_jupyter.components.spec import specs

FILES = sorted(codegen.files().items())


@pytest.mark.parametrize("path, text", FILES, ids=[str(path.relative_to(ROOT)) for path, _ in FILES])
def test_generated_files_are_current(path, text):
    assert path.read_text("utf-8") == text, codegen.HINT


def test_every_generated_page_belongs_to_a_component():
    known = {f"{name}.md" for name in [*specs(), "index", "event-actions"]}
    folder = next(path.parent for path, _ in FILES if path.name == "Button.md")
    assert {path.name for path in folder.glob("*.md")} == known


def test_check_says_that_all_is_current(capsys):
    assert command.main(["--check"]) == 0
    assert capsys.readouterr().out == ""


def test_every_component_and_action_has_a_class():
    assert [name for name in specs() if not hasattr(generated, name)] == []
    assert [action.name for action in event_actions().values() if not hasattr(actions, action.name)] == []


def test_importing_the_classes_reads_no_spec_and_no_library():
    code = (
        "import sys; import tooljet_jupyter.components.generated\n"
        "sys.exit(bool({'msgspec', 'tomllib', 'tooljet_jupyter.components.spec'} & set(sys.modules)))"
    )
    assert subprocess.run([sys.executable, "-c", code], cwd=ROOT, check=False).returncode == 0
