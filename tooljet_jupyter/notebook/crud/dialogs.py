"""The dialogs of the page: a row to look at and change, a new one, and what two people wrote side by side."""

from collections.abc import Sequence
from typing import Any

from ...components.actions import CloseModal, ControlComponent, RunQuery
from ...components.base import Component, Layout
from ...components.generated import Button, Column, Form, ModalV2, Table, Text
from . import words
from .inputs import Inputs
from .rights import Rights
from .shape import Field, Shape
from .words import bound, js

PITCH, FIELD, TALL, SWITCH = 84, 60, 124, 30
LEFT, WIDE, HALF = 1.0, 41.0, 20.0
TWO_COLUMNS_FROM = 6
MOST_HEIGHT = 560


def opened_title(found: Shape, noun: str) -> str:
    """Return the title of the dialog that shows a row, as an expression: what it is, and its key."""
    keys = ", ".join(f"variables.row?.[{js(key.column)}]" for key in found.keys)
    return f"[{js(words.titled(noun))}, ...[{keys}]].join(' ')"


def edit_modal(fields: Sequence[Field], title: str, may: Rights, *, sqlite: bool) -> Component:
    """Return the dialog that shows a row, and changes or deletes it."""
    buttons: list[Component] = []
    if may.delete:
        buttons.append(plain("deleteButton", "Delete", RunQuery("removeRow"), left=1, danger=True))
    close = ("Cancel", 24) if may.change else ("Close", 33)
    buttons.append(plain("closeEdit", close[0], CloseModal("editModal"), left=close[1]))
    if may.change:
        save = primary("saveButton", "Save", ControlComponent("editForm", "submitForm"), left=33)
        save.loading = bound("queries.saveRow.isLoading")
        buttons.append(save)
    # A number that the database gave stands in the title.
    shown = [field for field in fields if not (field.key and field.made)] or fields
    return modal("edit", title, inputs("edit", shown, sqlite=sqlite, changes=may.change), buttons)


def new_modal(fields: Sequence[Field], noun: str, *, sqlite: bool) -> Component:
    """Return the dialog that adds a row."""
    add = primary("addButton", "Add", ControlComponent("newForm", "submitForm"), left=33)
    add.loading = bound("queries.addRow.isLoading")
    buttons = [plain("closeNew", "Cancel", CloseModal("newModal"), left=24), add]
    written = [field for field in fields if field.written]
    return modal("new", js(f"New {noun}"), inputs("new", written, sqlite=sqlite), buttons)


def inputs(form: str, fields: Sequence[Field], *, sqlite: bool, changes: bool = True) -> list[Component]:
    """Return the fields of a form in their places."""
    made = Inputs(form, sqlite=sqlite)
    return placed([(field, made.component(field) if changes else made.fixed(field)) for field in fields])


def modal(form: str, title: str, fields: list[Component], buttons: list[Component]) -> Component:
    """Return a dialog with a form; `title` is an expression."""
    height = bottom(fields) + 30
    submits = {"edit": "saveRow", "new": "addRow"}[form] if len(buttons) > 1 else None
    body = Form(
        name=f"{form}Form",
        show_header=False,
        show_footer=False,
        reset_on_submit=False,
        border_color="transparent",
        padding="none",
        children=fields,
        layout=Layout(70, 0, 43, height),
        on_submit=RunQuery(submits) if submits else None,
    )
    return ModalV2(
        name=f"{form}Modal",
        use_default_button=False,
        size="xl" if len(fields) >= TWO_COLUMNS_FROM else "lg",
        modal_height=min(height + 10, MOST_HEIGHT),
        header_height=60,
        footer_height=60,
        children={
            "header": [Text(name=f"{form}Title", text=bound(title), text_size=16, font_weight="bold")],
            "body": [problem(form), body],
            "footer": buttons,
        },
    )


def bottom(components: Sequence[Component]) -> int:
    """Return where the lowest of them ends."""
    places = [component.layouts["desktop"] for component in components]
    return int(max((place.top + place.height for place in places), default=0))


def problem(form: str) -> Component:
    """Return the line above a form that says why the database refused it."""
    return Text(
        name=f"{form}Problem",
        text=bound("variables.problem ?? ''"),
        visible=bound("!!variables.problem"),
        collapse_when_hidden=True,
        text_color="var(--tj-danger)",
        background="var(--tj-danger-soft)",
        border_color="var(--tj-danger)",
        layout=Layout(10, 1, 41, 50),
    )


def placed(made: Sequence[tuple[Field, Component]]) -> list[Component]:
    """Give fields their places: below each other, or in two columns in which long ones take the whole width."""
    two = len(made) >= TWO_COLUMNS_FROM
    top, column = 10.0, 0
    for field, component in made:
        whole = not two or field.kind in ("long", "json")
        if whole and column:
            top, column = top + PITCH, 0
        tall = field.kind in ("long", "json") and component.kind == "TextArea"
        switch = component.kind == "ToggleSwitchV2"
        left = LEFT + column * (HALF + 1)
        high = TALL if tall else SWITCH if switch else FIELD
        component.place(Layout(top + (25 if switch else 0), left, WIDE if whole else HALF, high))
        if whole or column:
            top, column = top + (TALL + PITCH - FIELD if tall else PITCH), 0
        else:
            column = 1
    return [component for _, component in made]


def conflict_modal() -> Component:
    """Return the dialog that shows what somebody else wrote beside what the user did."""
    deleting = "variables.conflict?.mode === 'delete'"
    said = (
        f"{deleting} ? 'Somebody else changed this row after you opened it. Delete it all the same?'"
        " : 'Somebody else changed this row after you opened it. Keep mine writes the fields that you changed over"
        " theirs and leaves the others as they are now.'"
    )
    rows = Table(
        name="conflictTable",
        title="",
        data=bound("variables.conflict?.rows ?? []"),
        columns=[
            # Narrow enough for all three on a phone.
            Column(id="field", name="Field", key="field", size=100),
            Column(id="theirs", name="Theirs", key="theirs", size=125),
            Column(id="mine", name="Yours", key="mine", size=125),
        ],
        autogenerate_columns={"value": False, "generateNestedColumns": False},
        search=False,
        show_filter_button=False,
        hide_column_selector_button=True,
        show_download_button=False,
        enable_pagination=False,
        enabled_sort=False,
        allow_selection=False,
        layout=Layout(80, 1, 41, 240),
    )
    keep = Button(
        name="keepMine",
        text=bound(f"{deleting} ? 'Delete anyway' : 'Keep mine'"),
        loading=bound("queries.keepMine.isLoading"),
        on_click=RunQuery("keepMine"),
        layout=Layout(10, 31, 11, 40),
    )
    return ModalV2(
        name="conflictModal",
        use_default_button=False,
        size="lg",
        modal_height=340,
        header_height=60,
        footer_height=60,
        children={
            "header": [Text(text="Changed by somebody else", text_size=16, font_weight="bold")],
            "body": [Text(name="conflictText", text=bound(said), layout=Layout(10, 1, 41, 60)), rows],
            "footer": [
                plain("closeConflict", "Cancel", CloseModal("conflictModal"), left=1),
                plain("takeTheirs", "Take theirs", RunQuery("takeTheirs"), left=20, width=10),
                keep,
            ],
        },
    )


def plain(name: str, text: str, action: Any, *, left: float, width: float = 9, danger: bool = False) -> Component:
    """Return a button with an edge only."""
    button = Button(name=name, text=text, type="outline", on_click=action, layout=Layout(10, left, width, 40))
    if danger:
        button.text_color = button.border_color = "var(--tj-danger)"
    return button


def primary(name: str, text: str, action: Any, *, left: float) -> Component:
    """Return the one filled button of a dialog."""
    return Button(name=name, text=text, on_click=action, layout=Layout(10, left, 9, 40))
