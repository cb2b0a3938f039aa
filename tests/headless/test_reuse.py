"""An app that is closed and loaded again: nothing of the first run is met in the second."""

import pytest

from tests.headless.building import component, definition, script
from tooljet_jupyter.headless.spare import spare
from tooljet_jupyter.notebook.load import load


@pytest.fixture
def twice():
    """Run code in an app, close it, load the same app again; give an expression's value there, and whose V8 it was."""

    def run(code, expression):
        content = definition(component("TextInput", "field"), queries=[script("change", code)])
        first = load(content)
        first.set("field", "typed")
        first.run("change")
        isolate = first._engine._isolate
        first.close()
        with load(content) as second:
            value = second.read(expression)
            return value, second._engine._isolate is isolate

    return run


def test_an_app_starts_again_where_its_code_is_compiled_already(twice):
    value, same = twice("return 1", "components.field.value")
    assert (value, same) == ("", True)


@pytest.mark.parametrize(
    "code, expression",
    [
        ("await actions.setVariable('left', 1)", "variables.left ?? null"),
        ("queries.change.left = 1", "queries.change.left ?? null"),
    ],
)
def test_nothing_of_the_state_is_met_again(twice, code, expression):
    assert twice(code, expression) == (None, True)


@pytest.mark.parametrize(
    "code, expression, clean",
    [
        ("Array.prototype.left = 1", "[].left ?? null", None),
        ("Object.prototype.left = 1", "({}).left ?? null", None),
        ("[].constructor.of = () => 'mine'", "Array.of(1, 2).length", 2),
        ("JSON.left = 1", "JSON.left ?? null", None),
        ("(function () { this.left = 1 }).call((() => {}).constructor('return this')())", "typeof left", "undefined"),
        ("delete String.prototype.anchor", "typeof ''.anchor", "function"),
        ("Object.getPrototypeOf([][Symbol.iterator]()).next = () => ({done: true})", "[...[1, 2]].length", 2),
        ("moment.locale('xx'); moment.defineLocale('xx', {})", "moment.locale()", "en"),
        ("moment.fn.format = () => 'mine'", "moment(0).utc().format('YYYY')", "1970"),
        ("_.left = 1", "_.left ?? null", None),
        ("_.templateSettings.interpolate = /x/", "_.template('<%= a %>')({a: 1})", "1"),
    ],
)
def test_an_app_that_changed_javascript_itself_gets_another_v8(twice, code, expression, clean):
    value, same = twice(code, expression)
    assert (value, same) == (clean, False)


def test_another_app_never_gets_it():
    one, other = definition(component("TextInput", "one")), definition(component("TextInput", "other"))
    first = load(one)
    first.start()
    isolate = first._engine._isolate
    first.close()
    with load(other) as second:
        second.start()
        assert second._engine._isolate is not isolate


def test_two_runs_of_one_app_at_a_time_have_a_v8_each():
    content = definition(component("TextInput", "field"))
    with load(content) as first, load(content) as second:
        first.set("field", "first")
        second.set("field", "second")
        assert (first.components.field.value, second.components.field.value) == ("first", "second")
        assert first._engine._isolate is not second._engine._isolate


def test_only_so_many_wait():
    apps = [load(definition(component("TextInput", f"field{number}"))) for number in range(6)]
    for app in apps:
        app.start()
    for app in apps:
        app.close()
    assert len(spare()._kept) == 4
