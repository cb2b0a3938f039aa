"""Lists that come page by page: numbers, offsets, cursors and links, as `plugin.toml` says."""

import pytest

from tests.services.web import Reply
from tooljet_jupyter.drivers.catalog import Catalog
from tooljet_jupyter.drivers.driver import Run
from tooljet_jupyter.drivers.paging import at, linked
from tooljet_jupyter.errors import QueryFailed

MANIFEST = """
kind = "list"
title = "List"
category = "api"
connection = [{{ key = "url", label = "URL" }}]
[http]
base_url = "{{url}}"
[operations.all]
title = "All"
rows = "rows"
request = {{ method = "{method}", path = "/rows", {request} }}
paging = {{ {paging} }}
fields = [{{ key = "limit", label = "Limit" }}, {{ key = "page", label = "Page" }}]
"""
ROWS = [{"id": number} for number in range(7)]


@pytest.fixture
def ask(tmp_path, web):
    opened = []

    def run(paging, *, request="query = { page = '{page}' }", method="GET", options=None, **limits):
        (tmp_path / "list").mkdir(exist_ok=True)
        text = MANIFEST.format(method=method, request=request, paging=paging)
        (tmp_path / "list" / "plugin.toml").write_text(text)
        driver = Catalog([tmp_path]).open("list", {"url": web.url})
        opened.append(driver)
        return driver.run("all", options or {}, Run(**limits))

    yield run
    for driver in opened:
        driver.close()


def numbered(seen):
    page = int(dict(seen.query).get("page", 1))
    return Reply({"rows": ROWS[3 * (page - 1) : 3 * page]})


def test_pages_are_counted_until_one_is_short(ask, web):
    web.on("/rows", numbered)
    assert ask('kind = "page", param = "page", size = 3').data == ROWS
    assert [dict(seen.query).get("page") for seen in web.seen] == [None, "2", "3"]


def test_pages_are_counted_until_one_is_empty_where_no_size_is_known(ask, web):
    web.on("/rows", numbered)
    assert ask('kind = "page", param = "page"').data == ROWS
    assert len(web.seen) == 4


def test_counting_goes_on_from_the_page_that_was_asked_for(ask, web):
    web.on("/rows", numbered)
    assert ask('kind = "page", param = "page", size = 3', options={"page": "2"}).data == ROWS[3:]


def test_offsets_count_rows(ask, web):
    def answer(seen):
        offset = int(dict(seen.query).get("offset", 0))
        return Reply({"rows": ROWS[offset : offset + 3]})

    web.on("/rows", answer)
    assert ask('kind = "offset", param = "offset", size = 3').data == ROWS


def test_a_cursor_is_handed_on(ask, web):
    def answer(seen):
        start = int(dict(seen.query).get("after", 0))
        following = {"next": str(start + 3)} if start + 3 < 7 else {}
        return Reply({"rows": ROWS[start : start + 3], "meta": following})

    web.on("/rows", answer)
    assert ask('kind = "cursor", param = "after", cursor = "meta.next"').data == ROWS


def test_a_cursor_may_stand_in_the_body(ask, web):
    def answer(seen):
        start = seen.json.get("start_cursor", 0)
        return Reply({"rows": ROWS[start : start + 3], "next": start + 3, "has_more": start + 3 < 7})

    web.on("/rows", answer)
    paging = 'kind = "cursor", param = "start_cursor", place = "json", cursor = "next", more = "has_more"'
    assert ask(paging, method="POST", request="json = { size = 3 }").data == ROWS
    assert web.seen[1].json == {"size": 3, "start_cursor": 3}


def test_a_link_header_is_followed(ask, web):
    def answer(seen):
        page = int(dict(seen.query).get("p", 1))
        link = f'<{web.url}/rows?p={page + 1}>; rel="next", <{web.url}/rows?p=3>; rel="last"'
        headers = {"Link": link} if page < 3 else {"Link": f'<{web.url}/rows?p=1>; rel="first"'}
        return Reply({"rows": ROWS[3 * (page - 1) : 3 * page]}, headers=headers)

    web.on("/rows", answer)
    assert ask('kind = "link"').data == ROWS


def test_a_link_in_the_answer_is_followed(ask, web):
    web.on(
        "/rows",
        Reply({"rows": ROWS[:3], "next": "/more"}),
    )
    web.on("/more", Reply({"rows": ROWS[3:], "next": None}))
    assert ask('kind = "link", cursor = "next"').data == ROWS


def test_a_link_to_another_host_is_refused(ask, web):
    web.on("/rows", Reply({"rows": ROWS, "next": f"{web.other_url}/rows"}))
    with pytest.raises(QueryFailed):
        ask('kind = "link", cursor = "next"')
    assert len(web.seen) == 1


def test_a_list_that_goes_in_a_circle_ends(ask, web):
    web.on("/rows", Reply({"rows": ROWS, "next": "again"}))
    with pytest.raises(QueryFailed):
        ask('kind = "cursor", param = "after", cursor = "next"')
    assert len(web.seen) == 2


def test_no_more_pages_are_asked_for_than_the_user_wants_rows(ask, web):
    web.on("/rows", numbered)
    result = ask('kind = "page", param = "page", size = 3, limit = "limit"', options={"limit": "4"})
    assert (result.data, result.truncated, len(web.seen)) == (ROWS[:4], False, 2)


def test_the_servers_limit_of_rows_is_said(ask, web):
    web.on("/rows", numbered)
    result = ask('kind = "page", param = "page", size = 3', max_rows=3)
    assert (result.data, result.truncated, len(web.seen)) == (ROWS[:3], True, 1)


def test_the_servers_limit_of_bytes_is_said(ask, web):
    web.on("/rows", numbered)
    result = ask('kind = "page", param = "page", size = 3', max_bytes=60)
    assert (result.data, result.truncated) == (ROWS[:6], True)


@pytest.mark.parametrize(
    "header, url",
    [
        ('<https://a/?p=2>; rel="next"', "https://a/?p=2"),
        ("<https://a/?p=1>; rel=prev, <https://a/?p=3,4>; rel=next; title=x", "https://a/?p=3,4"),
        ('<https://a/>; rel="last next"', "https://a/"),
        ('<https://a/>; rel="nextish"', None),
        ("", None),
    ],
)
def test_the_next_link_is_found_in_a_header(header, url):
    assert linked(header) == url


def test_a_path_leads_through_objects_and_lists():
    assert at({"a": [{"b": 1}]}, "a.0.b") == 1
    assert at({"a": 1}, "a.b") is None
    assert at([1], "") == [1]
