"""The objects that all requests of one server share, made once by the extension or the command line."""

import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import AbstractContextManager
from pathlib import Path

import pluggy
from sqlalchemy.orm import Session, sessionmaker

from ..db.engine import connect
from ..db.migrate import upgrade
from ..drivers.catalog import Catalog
from ..drivers.driver import Driver
from ..drivers.policy import Policy
from ..drivers.pool import Pool
from ..hooks import hook_manager
from ..resources import folder
from . import users
from .bus import Bus, connect_bus
from .cache import Cache, Recent
from .context import Actor, Context
from .place import Limits as Limits
from .place import Place as Place
from .runs import Runs
from .secrets import SecretBox, load_keys
from .sources import Connection
from .tokens import Tokens
from .vaults import Vaults

# How long, and for how many, the signature of a login cookie is not checked again.
LOGIN_SECONDS = 60.0
MOST_LOGINS = 10_000
NOBODY = Actor(user_id="", name="", display_name="", email=None, workspace_id="", role="nobody")


class Server:
    """Database, catalogue, connections, caches and keys of one server process."""

    def __init__(
        self, place: Place, limits: Limits | None = None, *, plugins: pluggy.PluginManager | None = None
    ) -> None:
        self.place = place
        self.limits = limits or Limits()
        self.owner = place.owner
        self.nobody = NOBODY
        place.data_dir.mkdir(parents=True, exist_ok=True)
        self.engine = connect(place.database_url)
        self.backup = upgrade(self.engine)
        self.sessions: sessionmaker[Session] = sessionmaker(self.engine, expire_on_commit=False)
        self.hooks = (plugins or hook_manager()).hook
        policy = Policy(allow_private_addresses=self.limits.allow_private_addresses)
        self.catalog = Catalog(self._source_folders(), policy=policy)
        self.pool = Pool(max_per_source=self.limits.query_threads)
        self.threads = ThreadPoolExecutor(self.limits.query_threads, thread_name_prefix="tooljet")
        # A notebook may read its rows slowly; it never takes the last connections from those who look at apps.
        streams = max(1, self.limits.query_threads // 2)
        self.stream_threads = ThreadPoolExecutor(streams, thread_name_prefix="tooljet-stream")
        keys = load_keys(place.keys)
        self.secrets = SecretBox(keys)
        self.vaults = Vaults(self.sessions, self.secrets)
        self.tokens = Tokens(self.secrets.signing_keys(), self.actor)
        self.cache = Cache()
        self.logins = Recent(seconds=LOGIN_SECONDS, most=MOST_LOGINS)
        self.bus: Bus = connect_bus(place.redis_url, self.cache.forget)
        self.runs = Runs(self.sessions)
        self._actors: dict[str, Actor] = {}
        self._hosts: dict[str, bool] = {}
        self._lock = threading.Lock()

    def actor(self, name: str, *, display_name: str = "") -> Actor:
        """Return the actor called `name`, made a user and a member at first sight."""
        known = self._actors.get(name)
        if known is None:
            with self._lock, self.sessions.begin() as db:
                known = users.welcome(db, name, display_name)
            self._actors[name] = known
        return known

    def context(self, actor: Actor | None = None) -> Context:
        """Return a context outside any request, of the server's owner unless told otherwise."""
        return Context(self, actor or self.actor(self.owner))

    def knows_host(self, host: str, check: Callable[[], bool]) -> bool:
        """Say whether requests for this host name are ours; asked once per name."""
        if host not in self._hosts:
            if len(self._hosts) > 1000:
                self._hosts.clear()
            self._hosts[host] = check()
        return self._hosts[host]

    def lease(self, connection: Connection) -> AbstractContextManager[Driver]:
        """Lend a warm driver for a connection."""
        return self.pool.lease(connection.key, lambda: self.open(connection))

    def open(self, connection: Connection) -> Driver:
        """Return a new driver for a connection, with the vault of its login."""
        vault = self.vaults.of(connection.whose)
        return self.catalog.open(connection.kind, connection.options, vault=vault)

    def changed(self, topic: str) -> None:
        """Make every server forget what it remembers of a topic."""
        self.bus.publish(topic)

    def close(self) -> None:
        """Stop: no new runs, connections closed, the last records written."""
        for threads in (self.threads, self.stream_threads):
            threads.shutdown(wait=False, cancel_futures=True)
        self.bus.close()
        self.pool.close()
        self.runs.close()
        self.engine.dispose()

    def _source_folders(self) -> list[Path]:
        added = [path for paths in self.hooks.register_source_folders() for path in paths]
        return [*self.place.source_folders, *added, folder("plugins"), folder("marketplace")]
