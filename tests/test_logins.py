"""Logins at data sources from end to end: to the provider's page and back, for all or for every user."""

import json
from urllib.parse import parse_qs, urlsplit

import pytest
from tornado.httpclient import HTTPClientError

from tooljet_jupyter.db.models import Member, SourceLogin
from tooljet_jupyter.errors import Forbidden, Invalid, NeedsLogin
from tooljet_jupyter.services import constants, logins, queries, sources
from tooljet_jupyter.services.context import Context
from tooljet_jupyter.wire.constants import CreateConstant
from tooljet_jupyter.wire.queries import RunOnce
from tooljet_jupyter.wire.sources import ChangeSource, CreateSource

HERE = "https://jupyter.example/tooljet/oauth/callback"
ME = {"method": "get", "url": "/me"}


@pytest.fixture
def people(ctx, provider):
    """A source at which one login serves all."""
    options = {**provider.options, "grant_type": "authorization_code"}
    made = sources.create(ctx, CreateSource(name="people", kind="restapi", options=options))
    ctx.db.commit()
    return made


@pytest.fixture
def personal(ctx, people, provider):
    """The same source, but every user logs in."""
    options = {**sources.show(ctx, "people").options["production"], "multiple_auth_enabled": True}
    changed = sources.change(ctx, "people", ChangeSource(options=options))
    ctx.db.commit()
    return changed


@pytest.fixture
def ben(server):
    """A context of another builder of the workspace."""
    with server.context(server.actor("ben")) as context:
        yield context


def log_in(ctx, provider, source="people"):
    begun = logins.start(ctx, source, environment="production", redirect=HERE)
    code, state = provider.log_in(begun.url)
    return logins.finish(ctx, code=code, state=state)


def ask(ctx, source="people"):
    return queries.run_once(ctx, RunOnce(options=ME, source=source, environment="production")).data


def test_a_query_before_the_login_says_where_to_log_in(ctx, people):
    with pytest.raises(NeedsLogin) as caught:
        ask(ctx)
    url = urlsplit(caught.value.detail["url"])
    assert url.path == "/tooljet/oauth/start"
    assert parse_qs(url.query) == {"source": [people.id], "environment": ["production"]}


def test_after_the_login_the_query_runs(ctx, people, provider):
    assert log_in(ctx, provider) == "people"
    assert ask(ctx) == {"token": "access-1"}
    assert logins.show(ctx, "people", "production").logged_in


def test_a_login_holds_for_its_environment_only(ctx, people, provider):
    log_in(ctx, provider)
    assert not logins.show(ctx, "people", "staging").logged_in


def test_one_login_serves_all_users(ctx, ben, people, provider):
    log_in(ctx, provider)
    assert ask(ben) == {"token": "access-1"}


def test_where_every_user_logs_in_nobody_gets_the_login_of_another(ctx, ben, personal, provider):
    log_in(ctx, provider)
    with pytest.raises(NeedsLogin):
        ask(ben)
    log_in(ben, provider)
    assert (ask(ctx), ask(ben)) == ({"token": "access-1"}, {"token": "access-2"})
    assert ask(ctx) == {"token": "access-1"}


def test_a_viewer_logs_in_for_themselves_but_not_for_all(server, ctx, people, provider):
    actor = server.actor("vera")
    ctx.db.query(Member).filter_by(user_id=actor.user_id).update({"role": "viewer"})
    ctx.db.commit()
    server._actors.clear()
    with Context(server, server.actor("vera")) as viewer, pytest.raises(Forbidden):
        logins.start(viewer, "people", environment="production", redirect=HERE)
    options = {**sources.show(ctx, "people").options["production"], "multiple_auth_enabled": True}
    sources.change(ctx, "people", ChangeSource(options=options))
    ctx.release_session()
    with Context(server, server.actor("vera")) as viewer:
        assert log_in(viewer, provider) == "people"


def test_tokens_are_encrypted_in_the_database(ctx, people, provider):
    log_in(ctx, provider)
    stored = [row.tokens for row in ctx.db.query(SourceLogin).all()]
    assert len(stored) == 1
    assert "access-1" not in stored[0]
    assert "refresh-1" not in stored[0]


def test_a_refreshed_login_is_stored(ctx, server, people, provider):
    log_in(ctx, provider)
    provider.good.clear()
    assert ask(ctx) == {"token": "access-2"}
    server.pool.drop(people.id)
    assert ask(ctx) == {"token": "access-2"}
    assert len(provider.asked) == 2


def test_a_new_login_takes_the_place_of_the_old_one(ctx, people, provider):
    log_in(ctx, provider)
    ask(ctx)
    log_in(ctx, provider)
    assert ask(ctx) == {"token": "access-2"}
    assert ctx.db.query(SourceLogin).count() == 1


def test_who_logs_out_has_to_log_in_again(ctx, people, provider):
    log_in(ctx, provider)
    ask(ctx)
    logins.forget(ctx, "people", "production")
    with pytest.raises(NeedsLogin):
        ask(ctx)


def test_a_deleted_source_takes_its_logins_along(ctx, people, provider):
    log_in(ctx, provider)
    sources.remove(ctx, "people")
    assert ctx.db.query(SourceLogin).count() == 0


def test_another_user_cannot_finish_a_login(ctx, ben, people, provider):
    begun = logins.start(ctx, "people", environment="production", redirect=HERE)
    code, state = provider.log_in(begun.url)
    with pytest.raises(Forbidden):
        logins.finish(ben, code=code, state=state)
    assert provider.asked == []


@pytest.mark.parametrize("change", [lambda s: s[:-8] + "AAAAAAA=", lambda s: "", lambda s: "ü", lambda s: "x" * 50])
def test_a_state_that_is_not_ours_is_refused(ctx, people, provider, change):
    begun = logins.start(ctx, "people", environment="production", redirect=HERE)
    code, state = provider.log_in(begun.url)
    with pytest.raises(Forbidden):
        logins.finish(ctx, code=code, state=change(state))


def test_the_state_shows_nothing_of_the_verifier(ctx, people):
    begun = logins.start(ctx, "people", environment="production", redirect=HERE)
    state = parse_qs(urlsplit(begun.url).query)["state"][0]
    for word in ("verifier", people.id, "ada"):
        assert word not in state


def test_a_source_without_such_a_login_says_so(ctx, shop, provider):
    plain = {**provider.options, "grant_type": "client_credentials"}
    sources.create(ctx, CreateSource(name="robot", kind="restapi", options=plain))
    for name in ("shop", "robot"):
        with pytest.raises(Invalid):
            logins.start(ctx, name, environment="production", redirect=HERE)


def test_a_secret_in_a_query_is_not_in_its_metadata(ctx, people, provider, web):
    log_in(ctx, provider)
    constants.create(ctx, CreateConstant(name="KEY", secret=True, value="the-hidden-one"))
    body = RunOnce(
        options={"method": "get", "url": "/me?key={{secrets.KEY}}"}, source="people", environment="production"
    )
    reply = queries.run_once(ctx, body)
    assert ("key", "the-hidden-one") in web.seen[-1].query
    assert "the-hidden-one" not in str(reply.metadata)


async def test_the_pages_lead_to_the_provider_and_back(api, jp_fetch, jupyter_ctx, provider):
    options = {**provider.options, "grant_type": "authorization_code"}
    body = {"name": "people", "kind": "restapi", "options": options}
    _, source = await api("POST", "sources", body=body)
    with pytest.raises(HTTPClientError) as sent_on:
        await jp_fetch("tooljet", "oauth", "start", params={"source": source["id"]}, follow_redirects=False)
    assert sent_on.value.code == 302
    address = sent_on.value.response.headers["Location"]
    redirect = parse_qs(urlsplit(address).query)["redirect_uri"][0]
    assert urlsplit(redirect).path.endswith("/tooljet/oauth/callback")
    code, state = provider.log_in(address)
    page = await jp_fetch("tooljet", "oauth", "callback", params={"code": code, "state": state})
    assert "You are logged in at people" in page.body.decode()
    assert "script-src 'sha256-" in page.headers["Content-Security-Policy"]
    assert await api("GET", "sources", source["id"], "login") == (200, {"loggedIn": True, "personal": False})
    status, run = await api("POST", "queries", "run", body={"source": source["id"], "options": ME})
    assert (status, run["data"]) == (200, {"token": "access-1"})


async def test_what_the_provider_refuses_is_shown_as_text(jp_fetch):
    with pytest.raises(HTTPClientError) as caught:
        await jp_fetch("tooljet", "oauth", "callback", params={"error": "<script>alert(1)</script>"})
    page = caught.value.response.body.decode()
    assert "&lt;script&gt;alert(1)" in page
    assert "<script>" not in page


async def test_a_login_is_begun_over_the_api(api, provider):
    options = {**provider.options, "grant_type": "authorization_code"}
    await api("POST", "sources", body={"name": "people", "kind": "restapi", "options": options})
    status, begun = await api("POST", "sources", "people", "login")
    assert status == 200
    assert begun["url"].startswith(f"{provider.web.url}/authorize?")
    status, error = await api("POST", "sources", "nobody", "login")
    assert (status, error["code"]) == (404, "NotFound")
    assert "the-client-secret" not in json.dumps(begun)
