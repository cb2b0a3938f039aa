"""The Packing app without a browser: stubbed, recorded and real queries, its clock, a failing query, a phone."""

import pytest

# Every test here is about the app in the folder beside it. Its Thursday has a fixed date, so that "late" has a meaning.
pytestmark = pytest.mark.tooljet("packing", clock="2026-01-08T09:00:00Z")

PARCELS = [
    {"id": 7, "customer": "Ada Becker", "country": "France", "ordered": "2026-01-02", "total": 20.5},
    {"id": 9, "customer": "Ben Ito", "country": "Japan", "ordered": "2026-01-07", "total": 7},
]


@pytest.fixture
def packing(app):
    """The app with two parcels; the page loads when a test first touches it."""
    return app.stub("waiting", PARCELS)


def test_the_page_says_what_waits(packing):
    page = packing.sees()
    assert "To pack" in page
    assert "Thursday, 8 January" in page
    assert packing.components.waitingCount.primaryValue == 2
    assert [row["customer"] for row in packing.components.parcels.currentPageData] == ["Ada Becker", "Ben Ito"]


def test_what_is_older_than_three_days_is_late(packing):
    assert packing.components.lateCount.primaryValue == 1


@pytest.mark.tooljet(clock="2026-01-20T09:00:00Z")
def test_two_weeks_later_everything_is_late(packing):
    assert packing.components.lateCount.primaryValue == 2


def test_nothing_is_packed_before_a_parcel_is_chosen(packing):
    assert packing.sees().find(role="button", name="Pack").states["disabled"]
    with pytest.raises(Exception, match="disabled"):
        packing.click("pack")


def test_a_chosen_parcel_is_packed_and_gone(packing):
    packing.stub("ship", [])
    packing.click("parcels", row=0)
    packing.stub("waiting", PARCELS[1:])
    packing.click("pack")
    shipped = [run for run in packing.runs if run.name == "ship"]
    assert [list(run.values.values()) for run in shipped] == [[7]]
    assert "Packed" in packing.sees()
    assert packing.components.waitingCount.primaryValue == 1


def test_the_message_goes_after_a_while(packing):
    packing.stub("ship", []).click("parcels", row=0).click("pack")
    assert [alert.message for alert in packing.alerts] == ["Packed"]
    packing.wait(30)
    assert packing.alerts == []


def test_when_the_database_is_down_the_parcel_stays(packing):
    packing.fail("ship", "database is locked")
    packing.click("parcels", row=1).click("pack")
    assert "Not packed: database is locked" in packing.sees()
    assert packing.components.waitingCount.primaryValue == 2


def test_while_it_is_packed_the_button_waits(packing):
    packing.stub("ship", []).click("parcels", row=0)
    packing.hold("ship")
    packing.click("pack")
    assert packing.queries.ship.isLoading
    packing.release("ship")
    assert not packing.queries.ship.isLoading


def test_a_country_is_asked_of_the_database(app):
    def parcels(values):
        country = values["components.country.value ?? null"]
        return [row for row in PARCELS if country in (None, row["country"])]

    app.stub("waiting", parcels)
    app.set("country", "Japan")
    assert [row["id"] for row in app.components.parcels.currentPageData] == [9]
    assert app.sees().find(role="combobox", name="Country").value == "Japan"


@pytest.mark.tooljet(device="mobile")
def test_a_phone_shows_cards_to_tap(packing):
    page = packing.sees()
    assert "Tap a parcel to choose it." in page
    assert "Choose a parcel, pack it, press the button." not in page
    assert len(page.find(role="list", name="Parcels").find_all(role="listitem")) == 2


def test_a_desk_shows_a_table(packing):
    page = packing.sees()
    assert "Tap a parcel to choose it." not in page
    assert page.find(role="gridcell", name="Ada Becker")


@pytest.mark.tooljet(queries="recorded", cassette="cassettes/waiting.json")
def test_a_day_that_was_recorded(app):
    """Answers were recorded once from a real database (`pytest --tooljet-record`); no server is needed any more."""
    assert len(app.components.parcels.currentPageData) == 10
    app.set("country", "Japan")
    assert {row["country"] for row in app.components.parcels.currentPageData} == {"Japan"}


@pytest.mark.tooljet(queries="real")
def test_a_real_database(app, pytestconfig):
    """The same on the data source `shop` of a running server: `pytest --tooljet-url http://localhost:8888`."""
    if not pytestconfig.getoption("--tooljet-url"):
        pytest.skip("needs a server: --tooljet-url URL")
    ordered = [row["ordered"] for row in app.components.parcels.currentPageData]
    assert ordered == sorted(ordered)
