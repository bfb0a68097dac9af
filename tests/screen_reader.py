"""A screen reader for tests: it hears and acts through AT-SPI, as Orca does, on buses of its own.

The calls are those of https://gnome.pages.gitlab.gnome.org/at-spi2-core/devel-docs/ .
"""

import shutil
import subprocess
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from jeepney import DBusAddress, HeaderFields, MatchRule, MessageFlag, new_method_call
from jeepney.bus_messages import message_bus
from jeepney.io.blocking import DBusConnection, open_dbus_connection
from jeepney.wrappers import Properties

LAUNCHERS = ("/usr/libexec/at-spi-bus-launcher", "/usr/lib/at-spi2-core/at-spi-bus-launcher")
REGISTRY = ("org.a11y.atspi.Registry", "/org/a11y/atspi/accessible/root")
LONGEST_WAIT = 30
CHECKED = 4  # the number of ATSPI_STATE_CHECKED


def launcher() -> str | None:
    """Return the program that makes the bus of screen readers, where it is installed."""
    found = next((each for each in LAUNCHERS if Path(each).exists()), None)
    return found if shutil.which("dbus-daemon") else None


@contextmanager
def unseen_desktop(screen: dict[str, str]) -> Iterator[dict[str, str]]:
    """Start a session bus and the bus of screen readers, and yield what leads programs to them."""
    program = launcher()
    assert program is not None
    session = subprocess.Popen(
        ["dbus-daemon", "--session", "--print-address", "--nofork"],
        stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True, env=screen,
    )  # fmt: skip
    assert session.stdout is not None
    bus = {**screen, "DBUS_SESSION_BUS_ADDRESS": session.stdout.readline().strip()}
    bus |= {"QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1"}
    bus.pop("AT_SPI_BUS_ADDRESS", None)
    launching = subprocess.Popen(
        [program, "--launch-immediately", "--a11y=1", "--screen-reader=1"],
        env=bus, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
    )  # fmt: skip
    try:
        yield bus
    finally:
        for process in (launching, session):
            process.terminate()
            process.wait()
        session.stdout.close()


@dataclass(frozen=True)
class Found:
    """A thing that a program shows: where it is on the bus, and what it says of itself."""

    bus: str
    path: str
    role: str
    name: str


class ScreenReader:
    """Goes through what programs show."""

    def __init__(self, desktop: dict[str, str]) -> None:
        self._bus = open_dbus_connection(_accessibility_bus(desktop["DBUS_SESSION_BUS_ADDRESS"]))

    def close(self) -> None:
        self._bus.close()

    def _call(
        self, bus: str, path: str, interface: str, member: str, form: str = "", *words: Any
    ) -> Any:
        address = DBusAddress(path, bus_name=bus, interface=f"org.a11y.atspi.{interface}")
        asked = new_method_call(address, member, form or None, words)
        return self._bus.send_and_get_reply(asked, timeout=LONGEST_WAIT).body

    def _found(self, bus: str, path: str) -> Found:
        address = DBusAddress(path, bus_name=bus, interface="org.a11y.atspi.Accessible")
        (named,) = self._bus.send_and_get_reply(Properties(address).get("Name")).body
        (role,) = self._call(bus, path, "Accessible", "GetRoleName")
        return Found(bus, path, role, str(named[1]))

    def children(self, of: Found | None = None) -> Iterator[Found]:
        """Return what is in a thing; without one, the programs."""
        bus, path = (of.bus, of.path) if of is not None else REGISTRY
        (children,) = self._call(bus, path, "Accessible", "GetChildren")
        for child in children:
            yield self._found(*child)

    def find(self, wanted: Callable[[Found], bool], within: Found | None = None) -> Found:
        """Return the first thing that is wanted, once it is there. Raises TimeoutError."""
        until = time.monotonic() + LONGEST_WAIT
        while time.monotonic() < until:
            found = self._search(wanted, within)
            if found is not None:
                return found
            time.sleep(0.1)
        raise TimeoutError("nothing like that is shown")

    def _search(self, wanted: Callable[[Found], bool], within: Found | None) -> Found | None:
        try:
            children = list(self.children(within))
        except (KeyError, IndexError, TypeError):  # it has gone meanwhile
            return None
        for child in children:
            if wanted(child):
                return child
        for child in children:
            found = self._search(wanted, child)
            if found is not None:
                return found
        return None

    def is_checked(self, thing: Found) -> bool:
        """Return whether a box is ticked."""
        ((low, _high),) = self._call(thing.bus, thing.path, "Accessible", "GetState")
        return bool(low & 1 << CHECKED)

    def actions(self, thing: Found) -> list[str]:
        """Return what can be done with a thing."""
        (actions,) = self._call(thing.bus, thing.path, "Action", "GetActions")
        return [str(each[0]) for each in actions]

    def do(self, thing: Found, action: str) -> None:
        """Do something with a thing, as the keys of a screen reader do."""
        number = self.actions(thing).index(action)
        interface = "org.a11y.atspi.Action"
        address = DBusAddress(thing.path, bus_name=thing.bus, interface=interface)
        asked = new_method_call(address, "DoAction", "i", (number,))
        asked.header.flags |= MessageFlag.no_reply_expected  # a dialog may open and wait first
        self._bus.send(asked)

    def type(self, field: Found, text: str) -> None:
        """Write into a field."""
        self._call(field.bus, field.path, "EditableText", "SetTextContents", "s", text)

    @contextmanager
    def hearing(self, state: str) -> Iterator[Callable[[], Found]]:
        """Yield what waits for the next thing that gets a state, and returns it."""
        self._call("org.a11y.atspi.Registry", "/org/a11y/atspi/registry", "Registry",
                   "RegisterEvent", "s", f"object:state-changed:{state}")  # fmt: skip
        interface = "org.a11y.atspi.Event.Object"
        rule = MatchRule(type="signal", interface=interface, member="StateChanged")
        self._bus.send_and_get_reply(message_bus.AddMatch(rule))
        with self._bus.filter(rule, bufsize=1000) as queue:

            def wait() -> Found:
                while True:
                    told = self._bus.recv_until_filtered(queue, timeout=LONGEST_WAIT)
                    if told.body[:2] == (state, 1):
                        fields = told.header.fields
                        return self._found(fields[HeaderFields.sender], fields[HeaderFields.path])

            yield wait

    @contextmanager
    def announcements(self) -> Iterator[Callable[[], str]]:
        """Yield what waits for the next sentence that is to be said, and returns it."""
        self._call("org.a11y.atspi.Registry", "/org/a11y/atspi/registry", "Registry",
                   "RegisterEvent", "s", "object:announcement")  # fmt: skip
        interface = "org.a11y.atspi.Event.Object"
        rule = MatchRule(type="signal", interface=interface, member="Announcement")
        self._bus.send_and_get_reply(message_bus.AddMatch(rule))
        with self._bus.filter(rule, bufsize=100) as queue:

            def wait() -> str:
                told = self._bus.recv_until_filtered(queue, timeout=LONGEST_WAIT)
                return str(told.body[3][1])

            yield wait


def _accessibility_bus(session: str) -> str:
    """Return the address of the bus of screen readers, once it is there."""
    address = DBusAddress("/org/a11y/bus", bus_name="org.a11y.Bus", interface="org.a11y.Bus")
    until = time.monotonic() + LONGEST_WAIT
    while time.monotonic() < until:
        connection: DBusConnection = open_dbus_connection(session)
        reply = connection.send_and_get_reply(new_method_call(address, "GetAddress"))
        connection.close()
        if reply.body and str(reply.body[0]).startswith("unix:"):
            return str(reply.body[0])
        time.sleep(0.1)
    raise TimeoutError("there is no bus for screen readers")
