"""What a screen reader is told of a window: its controls, and what is wrong with them."""

from collections.abc import Iterator

from PySide6.QtCore import QObject
from PySide6.QtGui import QAccessible, QAccessibleInterface, QAccessibleTableCellInterface
from PySide6.QtWidgets import QWidget

Role = QAccessible.Role
NAMED = {
    Role.Button, Role.CheckBox, Role.RadioButton, Role.ComboBox, Role.EditableText, Role.SpinBox,
    Role.List, Role.Tree, Role.Table, Role.Slider, Role.PageTab, Role.MenuItem, Role.Link,
    Role.ProgressBar, Role.ListItem, Role.TreeItem, Role.ButtonMenu, Role.Graphic, Role.Chart,
}  # fmt: skip
"""What a person works with or reads: it has to say what it is."""

ROWS = 8
"""So many rows of a list are looked at; all are made alike."""


def heard(widget: QWidget) -> Iterator[QAccessibleInterface]:
    """Return what a screen reader finds in a window, in its order."""
    yield from _heard(QAccessible.queryAccessibleInterface(widget))


def _heard(found: QAccessibleInterface | None) -> Iterator[QAccessibleInterface]:
    if found is None or not found.isValid() or found.state().invisible:
        return
    yield found
    is_long = found.role() in (Role.List, Role.Tree, Role.Table)
    if found.role() is Role.ComboBox:  # its list is told when it is opened
        return
    for number in range(min(found.childCount(), ROWS) if is_long else found.childCount()):
        yield from _heard(found.child(number))


def name(found: QAccessibleInterface) -> str:
    """Return what is said of a control first."""
    return found.text(QAccessible.Text.Name)


def described(found: QAccessibleInterface) -> str:
    """Return a control in words, for a test that fails."""
    thing: QObject | None = found.object()
    kind = "" if thing is None else f"{type(thing).__name__} {thing.objectName()}"
    return f"{found.role().name} {name(found)!r} {kind}"


def nameless(widget: QWidget) -> list[str]:
    """Return the controls of a window that do not say what they are."""
    return [
        described(each)
        for each in heard(widget)
        if (each.role() in NAMED or each.state().focusable)
        and not any(letter.isalnum() for letter in name(each))
        and not _is_part(each)
    ]


def _is_part(found: QAccessibleInterface) -> bool:
    """Return whether something has no name of its own: a part of a control, or an empty cell."""
    cell: QAccessibleTableCellInterface | None = found.tableCellInterface()
    if cell is not None and cell.columnIndex() > 0:
        return True
    thing: QObject | None = found.object()
    if thing is None:
        return False
    inner = thing.objectName().startswith("qt_") or thing.objectName() == "ScrollLeftButton"
    return inner or (isinstance(thing, QWidget) and thing.focusProxy() is not None)
