"""Kinds of data source, as forms need them."""

BUILT_IN = {"postgresql", "sqlite", "restapi", "tooljetdb"}


async def test_the_built_in_kinds_are_listed_with_their_forms(api):
    status, kinds = await api("GET", "plugins")
    assert status == 200
    assert {kind["kind"] for kind in kinds} >= BUILT_IN
    postgresql = next(kind for kind in kinds if kind["kind"] == "postgresql")
    assert "host" in {field["key"] for field in postgresql["connection"]}
    assert "sql" in postgresql["operations"]


async def test_every_kind_has_an_icon(api):
    for kind in BUILT_IN:
        status, icon = await api("GET", "plugins", kind, "icon", raw=True)
        assert (status, "<svg" in icon) == (200, True)


async def test_an_unknown_kind_is_not_found(api):
    assert (await api("GET", "plugins", "carrier_pigeon"))[0] == 404
