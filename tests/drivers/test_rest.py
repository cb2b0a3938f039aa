"""REST sources from `plugin.toml` alone, against a real web server: requests, rows, errors, limits, an end."""

import gzip
import threading
import time
from contextlib import closing

import pytest

from tests.services.web import Reply
from tooljet_jupyter.drivers.catalog import Catalog
from tooljet_jupyter.drivers.driver import Run
from tooljet_jupyter.drivers.policy import Policy
from tooljet_jupyter.drivers.result import ResultColumn
from tooljet_jupyter.errors import (
    Cancelled,
    Forbidden,
    Invalid,
    QueryFailed,
    QueryTimeout,
    SourceUnreachable,
    TooLarge,
)

KEY = "a-very-secret-key"
MANIFEST = """
kind = "crm"
title = "CRM"
category = "api"
docs = "https://example.com/"
doc = "Leads and their notes."

connection = [
  { key = "address", label = "Address", required = true },
  { key = "api_key", label = "Key", widget = "password", secret = true },
  { key = "account", label = "Account" },
]

[http]
base_url = "{address}"
headers = { Authorization = "Bearer {api_key}", X-Account = "{account}" }
query = { version = 2 }
test = "list_leads"

[operations.list_leads]
title = "List leads"
rows = "records"
request = { method = "GET", path = "/leads", query = { pageSize = "{page_size}", status = "{status}" } }
fields = [
  { key = "page_size", label = "Page size", widget = "number", default = 100 },
  { key = "status", label = "Status" },
]

[operations.get_lead]
title = "Get a lead"
request = { method = "GET", path = "/leads/{id}" }
fields = [{ key = "id", label = "ID", required = true }]

[operations.add_lead]
title = "Add a lead"
request = { method = "POST", path = "/leads", json = { name = "{name}", fields = "{fields}", note = "for {name}" } }
fields = [
  { key = "name", label = "Name", required = true },
  { key = "fields", label = "Fields", widget = "json" },
]

[operations.sign_up]
title = "Sign up"
request = { method = "POST", path = "/sign-up", form = { name = "{name}", mail = "{mail}" } }
fields = [{ key = "name", label = "Name" }, { key = "mail", label = "Mail" }]
"""


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "crm").mkdir()
    (tmp_path / "crm" / "plugin.toml").write_text(MANIFEST)
    return tmp_path


@pytest.fixture
def crm(folder, web):
    driver = Catalog([folder]).open("crm", {"address": web.url, "api_key": KEY})
    yield driver
    driver.close()


@pytest.fixture
def ask(crm):
    def run(operation, options=None, **limits):
        complete = crm.manifest.operation(operation).validate(options or {})
        return crm.run(operation, complete, Run(**{"deadline_seconds": 20, **limits}))

    return run


def test_rows_are_found_where_the_manifest_says(ask, web):
    web.on("/leads", Reply({"records": [{"id": 1, "name": "Ada"}], "offset": None}))
    result = ask("list_leads")
    assert result.data == [{"id": 1, "name": "Ada"}]
    assert result.columns == [ResultColumn("id", "number"), ResultColumn("name", "string")]
    assert web.seen[0].query == [("version", "2"), ("pageSize", "100")]
    assert web.seen[0].headers["authorization"] == f"Bearer {KEY}"


def test_a_list_that_the_vendor_leaves_out_is_empty(ask, web):
    web.on("/leads", Reply({"kind": "leads"}))
    assert ask("list_leads").data == []


def test_an_unset_hole_drops_out_and_takes_its_header_along(ask, web):
    web.on("/leads", Reply({"records": []}))
    ask("list_leads", {"status": ""})
    assert "x-account" not in web.seen[0].headers
    assert "status" not in dict(web.seen[0].query)


def test_a_value_is_one_step_of_a_path(ask, web):
    web.on("/leads/a%2Fb%3Fc", Reply({"id": "a/b?c"}))
    assert ask("get_lead", {"id": "a/b?c"}).data == {"id": "a/b?c"}


@pytest.mark.parametrize("value", [".", ".."])
def test_a_value_cannot_climb_in_a_path(ask, web, value):
    with pytest.raises(Invalid):
        ask("get_lead", {"id": value})
    assert web.seen == []


@pytest.mark.parametrize("value", ["x&version=1", "a b", "ü/漢", "100%", "#end"])
def test_a_value_stays_one_parameter(ask, web, value):
    web.on("/leads", Reply({"records": []}))
    ask("list_leads", {"status": value})
    assert dict(web.seen[0].query)["status"] == value


def test_a_hole_that_is_a_whole_string_keeps_its_type(ask, web):
    web.on("/leads", Reply({"id": 1}, 201))
    ask("add_lead", {"name": "Ada", "fields": {"age": 36, "tags": ["a"]}})
    assert web.seen[0].json == {"name": "Ada", "fields": {"age": 36, "tags": ["a"]}, "note": "for Ada"}


def test_json_that_was_typed_is_sent_as_json(ask, web):
    web.on("/leads", Reply({"id": 1}))
    ask("add_lead", {"name": "Ada", "fields": '{"age": 36}'})
    assert web.seen[0].json["fields"] == {"age": 36}


def test_json_that_is_none_names_its_field(ask):
    with pytest.raises(Invalid) as caught:
        ask("add_lead", {"name": "Ada", "fields": "{"})
    assert caught.value.detail["field"] == "fields"


def test_a_form_is_sent_as_a_form(ask, web):
    web.on("/sign-up", Reply({}))
    ask("sign_up", {"name": "Ada & Ben"})
    assert web.seen[0].form == {"name": "Ada & Ben"}


def test_the_vendors_status_and_message_are_told(ask, web):
    web.on("/leads", Reply({"error": {"message": "Unknown status"}}, 422))
    with pytest.raises(QueryFailed) as caught:
        ask("list_leads")
    assert caught.value.message == "CRM answered 422 Unprocessable Entity: Unknown status"
    assert caught.value.detail == {
        "status": 422,
        "body": {"error": {"message": "Unknown status"}},
        "request": {"method": "GET", "url": f"{web.url}/leads?version=2&pageSize=100"},
    }


def test_a_secret_that_the_vendor_sends_back_is_hidden(ask, web):
    web.on("/leads", lambda seen: Reply({"message": f"bad {seen.headers['authorization']}"}, 400))
    with pytest.raises(QueryFailed) as caught:
        ask("list_leads")
    assert KEY not in f"{caught.value.message} {caught.value.detail}"


def test_metadata_holds_no_secret(ask, web):
    web.on("/leads", Reply({"records": []}, headers={"Set-Cookie": "session=1", "X-Echo": f"key {KEY}"}))
    metadata = ask("list_leads", {"status": "hush-hush"}, secrets=frozenset({"hush-hush"})).metadata
    assert metadata["status"] == metadata["response"]["statusCode"] == 200
    assert metadata["request"]["method"] == "GET"
    assert not {"hush-hush", KEY, "session=1"} & set(str(metadata).replace("=", " ").split())
    assert KEY not in str(metadata)
    assert "hush" not in str(metadata)
    assert "session" not in str(metadata)


def test_a_rate_limit_is_waited_for(ask, web):
    web.on("/leads", Reply(status=429, headers={"Retry-After": "0"}), Reply({"records": [{"id": 1}]}))
    assert ask("list_leads").data == [{"id": 1}]
    assert len(web.seen) == 2


def test_a_rate_limit_beyond_the_deadline_is_an_error_at_once(ask, web):
    web.on("/leads", Reply({"message": "Slow down"}, 429, {"Retry-After": "3600"}))
    with pytest.raises(QueryFailed) as caught:
        ask("list_leads")
    assert (caught.value.detail["status"], caught.value.detail["retryAfter"]) == (429, "3600")
    assert len(web.seen) == 1


def test_a_busy_source_is_asked_three_times(ask, web):
    web.on("/leads", Reply(status=503, headers={"Retry-After": "0"}))
    with pytest.raises(QueryFailed):
        ask("list_leads")
    assert len(web.seen) == 3


def test_what_is_not_repeatable_is_asked_once(ask, web):
    web.on("/leads", Reply(status=502))
    with pytest.raises(QueryFailed):
        ask("add_lead", {"name": "Ada"})
    assert len(web.seen) == 1


def test_a_slow_answer_ends_at_the_deadline(ask, web):
    def forever():
        while not web.ended.wait(0.01):
            yield b" "

    web.on("/leads", Reply(chunks=forever()))
    started = time.monotonic()
    with pytest.raises(QueryTimeout):
        ask("list_leads", deadline_seconds=0.3)
    assert time.monotonic() - started < 5


def test_a_source_that_says_nothing_ends_at_the_deadline(ask, web):
    web.on("/leads", lambda seen: web.ended.wait(10) and Reply({}))
    with pytest.raises(QueryTimeout):
        ask("list_leads", deadline_seconds=0.2)


def test_a_cancel_breaks_the_connection(crm, ask, web):
    asked, caught = threading.Event(), []
    web.on("/leads", lambda seen: (asked.set(), web.ended.wait(10), Reply({}))[2])

    def work():
        try:
            ask("list_leads", deadline_seconds=60)
        except Cancelled as error:
            caught.append(error)

    thread = threading.Thread(target=work)
    thread.start()
    assert asked.wait(5)
    crm.cancel()
    thread.join(5)
    assert not thread.is_alive()
    assert len(caught) == 1


def test_a_cancel_with_no_run_under_way_changes_nothing(crm, ask, web):
    web.on("/leads", Reply({"records": [{"id": 1}]}))
    ask("list_leads")
    crm.cancel()
    assert ask("list_leads").data == [{"id": 1}]


def test_the_driver_works_on_after_a_timeout(ask, web):
    web.on("/leads", lambda seen: web.ended.wait(10) and Reply({}), Reply({"records": [{"id": 1}]}))
    with pytest.raises(QueryTimeout):
        ask("list_leads", deadline_seconds=0.2)
    assert ask("list_leads").data == [{"id": 1}]


def test_a_source_nobody_answers_for_is_unreachable(folder):
    with closing(Catalog([folder]).open("crm", {"address": "http://127.0.0.1:1", "api_key": KEY})) as driver:
        driver.tries = 1
        with pytest.raises(SourceUnreachable) as caught:
            driver.run("get_lead", {"id": 1}, Run())
    assert caught.value.detail["host"] == "127.0.0.1"


def test_an_answer_beyond_the_limit_is_not_read(ask, web):
    def endless():
        while not web.ended.is_set():
            yield b"x" * 65_536

    web.on("/leads", Reply(chunks=endless()))
    with pytest.raises(TooLarge):
        ask("list_leads", max_bytes=1_000_000)


def test_a_small_answer_that_unpacks_to_a_huge_one_is_not_read(ask, web):
    bomb = gzip.compress(b"x" * 20_000_000)
    web.on("/leads", Reply(bomb, headers={"Content-Encoding": "gzip"}))
    with pytest.raises(TooLarge):
        ask("list_leads", max_bytes=1_000_000)


def test_more_rows_than_allowed_are_cut_and_said_to_be(ask, web):
    web.on("/leads", Reply({"records": [{"id": number} for number in range(5)]}))
    result = ask("list_leads", max_rows=3)
    assert (len(result.data), result.truncated) == (3, True)


def test_a_private_address_is_out_of_reach_where_the_server_says_so(folder, web):
    catalog = Catalog([folder], policy=Policy(allow_private_addresses=False))
    opened = closing(catalog.open("crm", {"address": web.other_url}))
    with opened as driver, pytest.raises(Forbidden):
        driver.run("get_lead", {"id": 1}, Run())
    assert web.seen == []


def test_the_connection_is_tried_with_an_operation(crm, web):
    web.on("/leads", Reply({"records": []}))
    crm.test()
    assert web.seen[0].path == "/leads"


def test_refused_credentials_are_said_by_the_test(crm, web):
    web.on("/leads", Reply({"message": "Bad key"}, 401))
    with pytest.raises(SourceUnreachable) as caught:
        crm.test()
    assert caught.value.message == "CRM answered 401 Unauthorized: Bad key"


def test_what_reads_is_known_by_its_method(crm):
    assert not crm.writes("list_leads", {})
    assert crm.writes("add_lead", {})


def test_a_line_break_cannot_begin_a_header(folder, web):
    opened = closing(Catalog([folder]).open("crm", {"address": web.url, "account": "a\r\nX-Evil: 1"}))
    with opened as driver, pytest.raises(Invalid):
        driver.run("get_lead", {"id": 1}, Run())
    assert web.seen == []


@pytest.mark.parametrize(
    "old, new",
    [
        ('path = "/leads/{id}"', 'path = "/leads/{idd}"'),
        ('"Bearer {api_key}"', '"Bearer {key}"'),
        ('request = { method = "GET", path = "/leads/{id}" }\n', ""),
    ],
)
def test_a_manifest_whose_requests_do_not_fit_its_fields_is_refused(folder, old, new):
    assert old in MANIFEST
    (folder / "crm" / "plugin.toml").write_text(MANIFEST.replace(old, new))
    with pytest.raises(Invalid):
        Catalog([folder])
