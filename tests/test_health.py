"""Health: what a load balancer asks without logging in."""


async def test_the_server_is_live_and_ready_without_a_login(http_server_client, jp_base_url, jp_serverapp):
    answer = await http_server_client.fetch(jp_base_url + "tooljet/api/health")
    assert (answer.code, b'"ready":true' in answer.body) == (200, True)
