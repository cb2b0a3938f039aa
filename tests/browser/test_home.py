"""The home page in a browser: a source added by its form, a query and its rows, tables, apps, and the API page."""

import json
import re
import sqlite3
from contextlib import closing

import pytest
from playwright.sync_api import expect


@pytest.fixture
def garden(tmp_path):
    """A SQLite file with two plants."""
    path = tmp_path / "garden.sqlite"
    with closing(sqlite3.connect(path)) as db:
        db.executescript(
            "CREATE TABLE plants (id INTEGER PRIMARY KEY, name TEXT, height REAL);"
            "INSERT INTO plants VALUES (1, 'Fern', 40.5), (2, 'Ivy', NULL);"
        )
    return path


@pytest.fixture
def home(page, console, demo_server):
    """The home page, open; at the end its console is empty."""
    page.goto(demo_server.link(""))
    expect(page.get_by_role("heading", name="Apps", level=1)).to_be_visible()
    yield page
    assert console == []


def add_source(home, name, path):
    """Add a SQLite source by its form."""
    home.get_by_role("link", name="Data sources").click()
    home.get_by_role("link", name="Add data source").click()
    home.get_by_role("searchbox", name="Search kinds").fill("sqlite")
    home.get_by_role("link", name="SQLite").click()
    home.get_by_role("textbox", name="Name").fill(name)
    home.get_by_label("Database file").fill(str(path))
    home.get_by_role("button", name="Test connection").click()
    expect(home.get_by_text(re.compile(r"Connected in \d+ ms"))).to_be_visible()
    home.get_by_role("button", name="Save").click()
    expect(home.get_by_role("heading", name=name)).to_be_visible()


def refused(console):
    """Forget what Chromium itself says of a request that failed, and nothing else."""
    assert all(said.startswith("Failed to load resource") for said in console)
    console.clear()


def write(home, text):
    """Type into the code field without its completion in the way."""
    field = home.locator(".cm-content")
    field.click()
    field.fill(text)


def test_a_source_is_added_by_its_form_and_a_query_on_it_shows_rows(home, garden, demo_server):
    add_source(home, "garden", garden)
    home.get_by_role("link", name="New query").click()
    home.get_by_role("textbox", name="Name", exact=True).fill("tall_plants")
    write(home, "SELECT name, height FROM plants WHERE height > {{least}}")
    home.get_by_label("least").fill("12")
    home.get_by_role("button", name="Run").click()
    expect(home.get_by_text("1 row in")).to_be_visible()
    assert home.get_by_role("gridcell").all_inner_texts() == ["Fern", "40.5"]
    home.get_by_role("button", name="Save").click()
    expect(home.get_by_role("heading", name="tall_plants")).to_be_visible()
    saved = demo_server.api("GET", "queries/tall_plants")
    assert saved["parameters"] == ["least"]
    assert demo_server.api("POST", "queries/tall_plants/run", {"parameters": {"least": 50}})["data"] == []


def test_a_form_says_at_the_field_what_is_missing_and_in_words_what_failed(home, console, tmp_path):
    home.goto(home.url.split("?")[0] + "#/sources/new/sqlite")
    home.get_by_role("button", name="Save").click()
    expect(home.get_by_text("Database file is required")).to_be_visible()
    home.get_by_label("Database file").fill(str(tmp_path / "nothing.sqlite"))
    home.get_by_role("button", name="Test connection").click()
    expect(home.get_by_role("alert")).to_contain_text("nothing.sqlite")
    refused(console)


def test_a_failing_query_says_what_the_source_said(home, console):
    home.goto(home.url.split("?")[0] + "#/queries")
    home.get_by_role("link", name="New query").first.click()
    home.get_by_role("combobox", name="Data source").click()
    home.get_by_role("option", name="shop").click()
    write(home, "SELECT * FROM nowhere")
    home.keyboard.press("Control+Enter")
    expect(home.get_by_role("alert")).to_contain_text("nowhere")
    refused(console)


def test_a_table_is_made_with_its_columns_and_shown(home, demo_server):
    home.get_by_role("link", name="Tables").click()
    home.get_by_role("button", name="New table").first.click()
    home.get_by_role("textbox", name="Name", exact=True).fill("notes")
    home.get_by_label("Name of column 2").fill("text")
    home.get_by_role("button", name="Make table").click()
    expect(home.get_by_role("heading", name="notes")).to_be_visible()
    expect(home.get_by_text("The table is empty.")).to_be_visible()
    [notes] = [table for table in demo_server.api("GET", "tables") if table["name"] == "notes"]
    assert [column["column_name"] for column in notes["columns"]] == ["id", "text"]


def test_an_app_is_made_renamed_copied_and_deleted(home, demo_server):
    home.get_by_role("button", name="New app").click()
    home.get_by_role("textbox", name="Name").fill("Cellar")
    home.get_by_role("button", name="Make app").click()
    home.get_by_role("button", name="More for Cellar").click()
    home.get_by_role("menuitem", name="Rename…").click()
    home.get_by_role("textbox", name="Name").fill("Attic")
    home.get_by_role("button", name="Rename").click()
    home.get_by_role("button", name="More for Attic").click()
    home.get_by_role("menuitem", name="Duplicate").click()
    expect(home.get_by_role("button", name="More for Attic copy")).to_be_visible()
    for name in ("Attic copy", "Attic"):
        home.get_by_role("button", name=f"More for {name}", exact=True).click()
        menu = home.get_by_role("menu", name=f"More for {name}", exact=True)
        menu.get_by_role("menuitem", name="Delete…").click()
        home.get_by_role("button", name="Delete").click()
        expect(home.get_by_role("button", name=f"More for {name}", exact=True)).to_have_count(0)
    assert "Attic" not in json.dumps(demo_server.api("GET", "apps"))


def test_the_api_page_tries_a_changing_request_with_the_browsers_own_login(page, console, demo_server):
    page.goto(demo_server.link("api/docs"))
    page.locator("#operations-environments-Environments_post .opblock-summary-control").click()
    page.locator("#operations-environments-Environments_post textarea").fill('{"name": "try_out"}')
    page.get_by_role("button", name="Execute").click()
    expect(page.locator(".live-responses-table tbody .response-col_status")).to_contain_text("200")
    assert "try_out" in {item["name"] for item in demo_server.api("GET", "environments")}
    assert console == []
