"""Who asks: the owner behind Jupyter's token, and tokens of ours."""

import pytest

from tooljet_jupyter.errors import Unauthenticated
from tooljet_jupyter.services.tokens import Tokens


async def test_jupyters_token_names_the_owner(api):
    status, me = await api("GET", "me")
    assert (status, me["name"], me["role"]) == (200, "ada", "admin")


async def test_nobody_is_let_in_without_a_token(http_server_client, jp_base_url):
    answer = await http_server_client.fetch(jp_base_url + "tooljet/api/me", raise_error=False)
    assert answer.code == 401


async def test_our_token_is_accepted_and_its_scope_narrows_it(api, jp_serverapp):
    tokens = jp_serverapp.web_app.settings["tooljet"].tokens
    token = tokens.issue("ada", lifetime_seconds=60, scopes=["apps:view"])
    headers = {"Authorization": f"Bearer {token}"}
    status, me = await api("GET", "me", headers=headers)
    assert (status, me["rights"]) == (200, ["apps:view"])
    status, error = await api("POST", "apps", body={"name": "A"}, headers=headers)
    assert (status, error["code"]) == (403, "Forbidden")


def test_an_old_token_is_refused(server):
    with pytest.raises(Unauthenticated, match="expired"):
        server.tokens.actor(server.tokens.issue("ada", lifetime_seconds=-1))


def test_a_changed_or_foreign_token_is_refused(server):
    token = server.tokens.issue("ada", lifetime_seconds=60)
    foreign = Tokens([b"x" * 32], server.actor).issue("ada", lifetime_seconds=60)
    for wrong in (token[:-3] + "abc", foreign, "tj.", "tj.a.b.c"):
        with pytest.raises(Unauthenticated):
            server.tokens.actor(wrong)


def test_the_first_user_administers_and_later_ones_build(server):
    assert [server.actor(name).role for name in ("ada", "ben")] == ["admin", "builder"]
    assert server.actor("ben") is server.actor("ben")
