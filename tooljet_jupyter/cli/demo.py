"""`jupyter tooljet demo`: JupyterLab with a sample business, two released apps and a notebook."""

import importlib.util
import os
import secrets
import shutil
import socket
import threading
import time
from pathlib import Path
from types import ModuleType
from typing import Any

import click
import httpx
import msgspec
from jupyter_core.paths import jupyter_data_dir, jupyter_runtime_dir

from ..errors import MissingLibrary, NotFound
from ..notebook.composition import Composition
from ..notebook.sources import Source
from ..resources import folder
from ..services import apps, sources
from ..services.context import Context
from ..services.server import Place, Server
from ..wire.apps import CreateApp, Release
from ..wire.definitions import Definition
from ..wire.sources import CreateSource

SHOP = "shop"
APPS = {"orders": ("Orders", "IconShoppingCart"), "status_board": ("Status board", "IconActivity")}
FIRST_PORT = 8888
START_SECONDS = 120
ORDERS = 200_000


@click.command(context_settings={"ignore_unknown_options": True})
@click.option("--dir", "place", type=click.Path(path_type=Path), help="Folder of the demo; kept between starts.")
@click.option("--port", type=int, help="Port of JupyterLab; the first free one from 8888 when left out.")
@click.option("--token", help="Token to log in with; a random one when left out.")
@click.option("--orders", type=int, default=ORDERS, show_default=True, help="Size of the sample business.")
@click.argument("more", nargs=-1, type=click.UNPROCESSED)
def demo(place: Path | None, port: int | None, token: str | None, orders: int, more: tuple[str, ...]) -> None:
    """Start JupyterLab with a demo workspace; further options are JupyterLab's."""
    if importlib.util.find_spec("jupyterlab") is None:
        raise MissingLibrary('The demo needs JupyterLab: pip install "tooljet-jupyter[demo]"')
    if port and taken(port):
        raise click.ClickException(f"Port {port} is in use; choose another with --port")
    room = (place or Path(jupyter_data_dir()) / "tooljet-demo").expanduser().absolute()
    prepare(room, orders=orders)
    port, token = port or free_port(), token or secrets.token_hex(24)
    threading.Thread(target=announce, args=(token,), daemon=True).start()
    start_lab(room, port, token, more)


def prepare(room: Path, *, orders: int = ORDERS) -> None:
    """Make what is not there yet: the sample business, its source, the apps and the notebooks."""
    examples = folder("examples")
    shutil.copytree(examples, room / "examples", dirs_exist_ok=True, ignore=keep_changed(room / "examples"))
    shop = room / "shop.sqlite"
    if not shop.exists():
        click.echo(f"Making the sample business: {orders:,} orders …")
        load(examples / "shop.py").make(shop, orders=orders)
    server = Server(Place(data_dir=room / "data"))
    try:
        with server.context() as ctx:
            seed(ctx, shop, examples)
    finally:
        server.close()


def seed(ctx: Context, shop: Path, examples: Path) -> None:
    """Add the data source and release the apps, where they are not there yet."""
    try:
        source = sources.show(ctx, SHOP)
    except NotFound:
        source = sources.create(ctx, CreateSource(name=SHOP, kind="sqlite", options={"path": str(shop)}))
    there = {app.slug for app in apps.listing(ctx)}
    for module, (name, icon) in APPS.items():
        slug = module.replace("_", "-")
        if slug in there:
            continue
        content = composed(load(examples / f"{module}.py"), msgspec.to_builtins(source))
        apps.create(ctx, CreateApp(name=name, slug=slug, icon=icon, definition=content))
        apps.release(ctx, slug, Release(version=apps.FIRST_DRAFT))


def composed(module: ModuleType, source: dict[str, Any]) -> Definition:
    """Return the definition that an example puts together on a source."""
    app = Composition()
    module.compose(app, Source.described(source))
    return msgspec.convert(app.definition(), Definition)


def load(path: Path) -> ModuleType:
    """Import a Python file that belongs to no package."""
    spec = importlib.util.spec_from_file_location(path.stem, path)
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def keep_changed(target: Path) -> Any:
    """Return what tells `copytree` to leave alone the files that are there: a user may have changed them."""

    def ignore(_: str, names: list[str]) -> list[str]:
        return [name for name in names if name == "__pycache__" or (target / name).exists()]

    return ignore


def taken(port: int) -> bool:
    """Say whether somebody listens on a port of this machine."""
    with socket.socket() as probe:
        return probe.connect_ex(("127.0.0.1", port)) == 0


def free_port() -> int:
    """Return the first port from 8888 that nobody listens on."""
    for port in range(FIRST_PORT, FIRST_PORT + 100):
        if not taken(port):
            return port
    raise click.ClickException("No free port from 8888 on; choose one with --port")


def announce(token: str) -> None:
    """Print where everything is, once it is there."""
    ends = time.monotonic() + START_SECONDS
    while time.monotonic() < ends:
        # Jupyter itself knows best: options may have changed scheme, host and base address.
        url = own_url()
        if url and answers(url):
            click.echo(places(url, token))
            return
        time.sleep(0.2)


def own_url() -> str | None:
    """Return the address of the server of this process, once it has one."""
    path = Path(jupyter_runtime_dir()) / f"jpserver-{os.getpid()}.json"
    try:
        return str(msgspec.json.decode(path.read_bytes())["url"])
    except (OSError, msgspec.DecodeError):  # Not there yet, or half written.
        return None


def answers(url: str) -> bool:
    """Say whether ToolJet is ready at an address, whose certificate may be the server's own."""
    try:
        ask = f"{url}tooljet/api/health"
        return httpx.get(ask, verify=False, trust_env=False, follow_redirects=True).is_success
    except httpx.HTTPError:
        return False


def places(root: str, token: str) -> str:
    """Return the links of a newcomer."""
    return (
        f"\n  JupyterLab     {root}lab/tree/examples/01-quickstart.ipynb?token={token}"
        f"\n  Orders app     {root}tooljet/apps/orders?token={token}"
        f"\n  API reference  {root}tooljet/api/docs?token={token}\n"
    )


def start_lab(room: Path, port: int, token: str, more: tuple[str, ...]) -> None:
    """Run JupyterLab until it is stopped."""
    from jupyterlab.labapp import LabApp

    LabApp.launch_instance(
        [
            f"--ServerApp.root_dir={room}",
            # The address that is printed: a link from a kernel to another one would ask for a login.
            "--ServerApp.ip=127.0.0.1",
            f"--ServerApp.port={port}",
            "--ServerApp.port_retries=0",
            f"--IdentityProvider.token={token}",
            f"--TooljetApp.data_dir={room / 'data'}",
            "--LabApp.default_url=/lab/tree/examples/01-quickstart.ipynb",
            *more,
        ]
    )
