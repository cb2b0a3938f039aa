"""Settings of the workspace."""

from tooljet_jupyter.services import settings
from tooljet_jupyter.wire.settings import ChangeSettings


def test_settings_are_kept_changed_and_taken_away(ctx):
    settings.change(ctx, ChangeSettings(name="Data team", settings={"theme": "dark", "locale": "de"}))
    settings.change(ctx, ChangeSettings(settings={"theme": "light", "locale": None}))
    found = settings.show(ctx)
    assert (found.name, found.settings) == ("Data team", {"theme": "light"})
