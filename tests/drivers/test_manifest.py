"""`plugin.toml`: what it may say, what a form must hold, what happens to secrets."""

import pytest

from tooljet_jupyter.drivers.manifest import MASK, Manifest
from tooljet_jupyter.errors import Invalid
from tooljet_jupyter.resources import folder

SHOP = """
kind = "shop"
title = "Shop"
category = "api"
driver = "driver:Shop"
connection = [
  { key = "mode", label = "Mode", widget = "select", default = "easy", choices = ["easy", "hard"] },
  { key = "tls", label = "TLS", widget = "toggle", default = true },
  { key = "certificate", label = "C", secret = true, required = true, when = { tls = true, mode = "hard" } },
  { key = "pin", label = "PIN", required = true, when = { certificate = "pinned" } },
  { key = "port", label = "Port", widget = "number", default = 80 },
  { key = "headers", label = "Headers", widget = "pairs", secret = true },
]

[operations.list]
title = "List"
fields = [{ key = "list.limit", label = "Limit", widget = "number", default = 10 }]

[operations.sql]
title = "SQL"
when = { mode = ["sql", "raw"] }
fields = [{ key = "query", label = "SQL", widget = "sql", required = true }]
"""


@pytest.fixture
def write(tmp_path):
    def write(text):
        (tmp_path / "plugin.toml").write_text(text)
        return Manifest.load(tmp_path)

    return write


@pytest.fixture
def shop(write):
    return write(SHOP)


def test_defaults_are_filled_and_types_read(shop):
    assert shop.validate({"port": "8080", "tls": "false", "headers": {"a": "b"}, "other": 1}) == {
        "mode": "easy",
        "tls": False,
        "certificate": None,
        "pin": None,
        "port": 8080,
        "headers": [["a", "b"]],
        "other": 1,
    }


@pytest.mark.parametrize(
    "options, field, reason",
    [
        ({"mode": "odd"}, "mode", "must be one of easy, hard"),
        ({"port": "many"}, "port", "must be a number"),
        ({"tls": "maybe"}, "tls", "must be true or false"),
        ({"headers": ["a"]}, "headers", "must be a list of names and values"),
        ({"mode": "hard"}, "certificate", "is required"),
    ],
)
def test_a_wrong_field_is_named_with_the_reason(shop, options, field, reason):
    with pytest.raises(Invalid) as caught:
        shop.validate(options)
    assert caught.value.detail == {"field": field, "reason": reason}


def test_a_required_field_is_only_asked_for_where_it_is_shown(shop):
    assert shop.validate({"mode": "hard", "tls": False})["certificate"] is None


def test_a_field_behind_a_hidden_field_is_hidden_too(shop):
    assert shop.validate({"tls": False, "certificate": "pinned"})["pin"] is None


def test_a_template_is_left_for_later(shop):
    options = {"port": "{{constants.port}}", "tls": "{{constants.tls}}"}
    assert {key: shop.validate(options)[key] for key in options} == options


def test_empty_pairs_of_an_imported_form_drop_out(shop):
    assert shop.validate({"headers": [["", ""], ["a", "b"]]})["headers"] == [["a", "b"]]


def test_a_dot_in_a_key_is_a_step_into_an_object(shop):
    given = {"list": {"where": 1}}
    assert shop.operation("list").validate(given) == {"list": {"where": 1, "limit": 10}}
    assert given == {"list": {"where": 1}}


@pytest.mark.parametrize("options, name", [({"operation": "list"}, "list"), ({"mode": "raw"}, "sql")])
def test_the_options_of_a_query_choose_its_operation(shop, options, name):
    assert shop.select(options) == name


def test_options_that_choose_no_operation_are_refused(shop):
    with pytest.raises(Invalid, match="Choose an operation"):
        shop.select({"operation": "fly"})


def test_the_fields_that_hold_sql_are_known(shop):
    assert shop.operation("sql").sql_fields == ["query"]


def test_secrets_leave_masked_and_come_back_whole(shop):
    stored = {"certificate": "s3cret", "headers": [["Authorization", "Bearer 1"], ["X", "2"]], "port": 80}
    masked = shop.mask(stored)
    assert masked == {"certificate": MASK, "headers": [["Authorization", MASK], ["X", MASK]], "port": 80}
    assert shop.unmask(masked, stored) == stored
    assert shop.unmask({"certificate": "new", "headers": [["X", MASK]]}, stored) == {
        "certificate": "new",
        "headers": [["X", "2"]],
    }


def test_the_name_of_a_stored_secret_is_no_secret(shop):
    assert shop.mask({"certificate": "{{secrets.pem}}"}) == {"certificate": "{{secrets.pem}}"}
    assert shop.mask({"certificate": "{{secrets.pem}} and more"}) == {"certificate": MASK}


@pytest.mark.parametrize(
    "old, new, key, reason",
    [
        ('title = "Shop"', 'title = "Shop"\ncolour = "red"', "", "Object contains unknown field `colour`"),
        ('widget = "toggle"', 'widget = "lever"', "connection[1].widget", "Invalid enum value 'lever'"),
        ('label = "Port"', 'lable = "Port"', "connection[4]", "Object contains unknown field `lable`"),
        ("{ tls = true,", "{ tsl = true,", "connection.certificate", "`when` names tsl, which is no field"),
        ('key = "port"', 'key = "tls"', "connection.tls", "declared twice"),
        ('driver = "driver:Shop"', "", "driver", "needs `driver` or `[http]`"),
    ],
)
def test_a_mistake_in_a_manifest_is_named_with_file_and_key(write, tmp_path, old, new, key, reason):
    with pytest.raises(Invalid) as caught:
        write(SHOP.replace(old, new, 1))
    assert caught.value.detail == {"file": f"{tmp_path.name}/plugin.toml", "key": key, "reason": reason}


def test_text_that_is_no_toml_is_refused_with_the_file(write, tmp_path):
    with pytest.raises(Invalid, match=f"{tmp_path.name}/plugin.toml"):
        write("kind = ")


def test_a_rest_source_needs_no_driver(write):
    manifest = write(
        'kind = "a"\ntitle = "A"\ncategory = "api"\n[http]\nbase_url = "https://a.example"\ntest = "all"\n'
        '[operations.all]\ntitle = "All"\nrows = "items"\nrequest = { method = "GET", path = "/all" }'
    )
    assert (manifest.http.base_url, manifest.operation("all").request.path) == ("https://a.example", "/all")


def test_the_schema_describes_the_manifests_of_the_product():
    definitions = Manifest.schema()["$defs"]
    assert {"Manifest", "Field", "Operation", "Http"} <= set(definitions)
    assert [Manifest.load(path.parent).kind for path in sorted(folder("plugins").glob("*/plugin.toml"))]
