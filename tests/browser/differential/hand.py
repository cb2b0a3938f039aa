"""A person's hands over one component in Chromium, and where they find it."""

from typing import TYPE_CHECKING, Any, Literal

if TYPE_CHECKING:
    from playwright.sync_api import FrameLocator, Locator, Page

    from tests.browser.differential.twins import Twins

Json = dict[str, Any]
Role = Literal["textbox", "spinbutton", "combobox", "button", "checkbox", "switch", "link", "img"]
# The margin of the page.
NOWHERE = (3, 1500)


class Hands:
    """The hands over one component."""

    def __init__(self, twins: "Twins", target: str, detail: Json) -> None:
        self.page: Page = twins.stage.page
        self.app: FrameLocator = twins.stage.app
        self.detail = detail
        self.part = twins.component(target)
        row = target.partition("@")[2]
        self.key = f"{self.part['id']}@{row}" if row else str(self.part["id"])
        # A field that the form made itself.
        self.field: str | None = detail.get("field")

    def rest(self, milliseconds: int) -> None:
        """Let so much time pass in the frame, where the pauses of the components are counted too."""
        self.page.frames[-1].evaluate("time => new Promise(over => setTimeout(over, time))", milliseconds)

    @property
    def box(self) -> "Locator":
        """What the component draws in its place."""
        return self.app.locator(f'[data-instance="{self.key}"]').first

    @property
    def label(self) -> str:
        """What a field is called."""
        return str(self.detail.get("label") or self.part["props"].get("label") or self.part["name"])

    def control(self, *roles: "Role") -> "Locator":
        """The control of a field."""
        found = [self.box.get_by_role(role, name=self.label if self.field else None) for role in roles]
        first = found[0]
        for other in found[1:]:
            first = first.or_(other)
        return first.first


def drawn_by(hands: Hands) -> str:
    """The type of the component, or of the one that draws a form's own field."""
    return str(hands.detail.get("as") or hands.part["type"])
