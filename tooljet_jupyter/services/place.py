"""What a server is told before it opens: where its things are, and what a run may take."""

from dataclasses import dataclass, field
from getpass import getuser
from pathlib import Path


@dataclass(frozen=True)
class Limits:
    """What a run may take, and where it may go."""

    query_threads: int = 16
    query_timeout_seconds: float = 60.0
    max_rows: int = 100_000
    max_bytes: int = 50_000_000
    max_stream_bytes: int = 10_000_000_000
    stream_timeout_seconds: float = 3600.0
    allow_private_addresses: bool = True


@dataclass(frozen=True)
class Place:
    """Where a server keeps its things."""

    data_dir: Path
    db_url: str = ""
    key_file: Path | None = None
    redis_url: str = ""
    owner: str = field(default_factory=getuser)
    source_folders: tuple[Path, ...] = ()

    @property
    def database_url(self) -> str:
        """The metadata database: the given one, or a SQLite file in the data folder."""
        return self.db_url or f"sqlite:///{self.data_dir / 'tooljet.sqlite'}"

    @property
    def keys(self) -> Path:
        """The key file: the given one, or one in the data folder."""
        return self.key_file or self.data_dir / "secret.key"
