"""Fetching a picture from the web: nothing but pictures, from public addresses, in bounds.

A request says nothing about the learner: no cookies, no referrer, no proxy's headers.
"""

import socket
import time
from collections.abc import Container
from http.client import HTTPConnection, HTTPMessage, HTTPSConnection
from ipaddress import ip_address
from typing import IO
from urllib.error import URLError
from urllib.parse import urlsplit
from urllib.request import (
    HTTPDefaultErrorHandler,
    HTTPErrorProcessor,
    HTTPHandler,
    HTTPRedirectHandler,
    HTTPSHandler,
    OpenerDirector,
    Request,
)

from coursetracker import __version__

MOST_BYTES = 5_000_000
TIMEOUT = 10
LONGEST = 30
"""So many seconds a picture may take, however slowly it keeps on coming."""

CHUNK = 65_536
SCHEMES = ("http", "https")


class Refused(URLError):
    """What an address leads to is nothing that we fetch."""


def is_public(address: str) -> bool:
    """Return whether an IP address is one of the open internet."""
    found = ip_address(address.partition("%")[0])
    mapped = getattr(found, "ipv4_mapped", None)
    found = mapped or found
    return found.is_global and not found.is_multicast


class _Connection(HTTPConnection):
    """A connection to a public address; that is checked before a name leads anywhere."""

    def connect(self) -> None:
        for *_, place in socket.getaddrinfo(self.host, self.port, type=socket.SOCK_STREAM):
            self._check(place)
        super().connect()
        try:
            self._check(self.sock.getpeername())  # a name may lead elsewhere the second time
        except Refused:
            self.close()
            raise

    def _check(self, place: tuple[object, ...]) -> None:
        if not is_public(str(place[0])):
            raise Refused(f"{self.host} is no public address")


class _SecureConnection(HTTPSConnection, _Connection):
    """The same with TLS: its own `connect` goes on to the one above."""


class _Http(HTTPHandler):
    def http_open(self, req: Request) -> object:  # type: ignore[override]
        return self.do_open(_Connection, req)


class _Https(HTTPSHandler):
    def https_open(self, req: Request) -> object:  # type: ignore[override]
        return self.do_open(_SecureConnection, req)


class _Redirect(HTTPRedirectHandler):
    """Follows to the web only, and never from https to http."""

    def redirect_request(  # noqa: PLR0913, PLR0917  urllib's own
        self, req: Request, fp: IO[bytes], code: int, msg: str, headers: HTTPMessage, newurl: str
    ) -> Request | None:
        scheme = urlsplit(newurl).scheme
        if scheme != "https" and scheme != urlsplit(req.full_url).scheme:
            raise Refused(f"leads to {scheme}")
        return super().redirect_request(req, fp, code, msg, headers, newurl)


def opener() -> OpenerDirector:
    """Return what opens web addresses, and nothing else."""
    made = OpenerDirector()
    made.addheaders = [("User-Agent", f"CourseTracker/{__version__}"), ("Accept", "image/*")]
    for handler in (_Http, _Https, _Redirect, HTTPDefaultErrorHandler, HTTPErrorProcessor):
        made.add_handler(handler())
    return made


def fetch(address: str, kinds: Container[str], web: OpenerDirector) -> bytes:
    """Return the bytes of a picture of one of these content types.

    Raises OSError or ValueError where there is none, or where it is not to be fetched.
    """
    if urlsplit(address).scheme not in SCHEMES:
        raise Refused("no web address")
    until = time.monotonic() + LONGEST
    with web.open(address, timeout=TIMEOUT) as answer:
        if answer.headers.get_content_type() not in kinds:
            raise Refused("no picture")
        read = bytearray()
        while chunk := answer.read1(CHUNK):
            read += chunk
            if len(read) > MOST_BYTES or time.monotonic() > until:
                raise Refused("too large, or too slow")
    return bytes(read)
