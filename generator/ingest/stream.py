"""The bytes of a file piece by piece: unpacked as they are read, and never more of them than is allowed."""

from __future__ import annotations

import zlib
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from generator.config.schema import Limits

GZIP = b"\x1f\x8b\x08"

_CHUNK = 1 << 16
_PIECE = 1 << 20
_LINE = 1 << 16
# Pages pack to a fifth or a tenth; forty times is beyond any archive that a crawler wrote.
_EXPANSION = 40


class Readable(Protocol):
    """What bytes come from: an open file or a member of a ZIP archive."""

    def read(self, size: int, /) -> bytes:
        """At most so many bytes; none at the end."""


class Damaged(Exception):  # noqa: N818 - it is a verdict on a piece of a file, not an error of the program
    """A piece of a file that cannot be read; ``ByteStream.skip`` leads to what follows it."""


class Exhausted(Exception):  # noqa: N818 - as above
    """A file that holds more than is allowed: nothing more is read of it."""


class Allowance:
    """How many bytes may be unpacked: of one file, or of all that lie in one package together."""

    def __init__(self, size: int) -> None:
        """Allow ``size`` bytes."""
        self.size = self._left = size

    def spend(self, size: int) -> None:
        """Take so many bytes of it.

        Raises:
            Exhausted: there are not so many left.
        """
        self._left -= size
        if self._left < 0:
            raise Exhausted(f"unpacks to more than {self.size:,} bytes")


def allowance(size: int, limits: Limits) -> Allowance:
    """How many bytes a file of this size may unpack to."""
    return Allowance(limits.file_bytes + _EXPANSION * size)


class ByteStream:
    """A file's bytes, unpacked member by member where it is gzip.

    A file that breaks off ends; ``torn`` then says so. A damaged member raises, and can be skipped.
    """

    def __init__(self, file: Readable, allowed: Allowance) -> None:
        """Read from ``file``, at most ``allowed`` unpacked bytes."""
        self._file = file
        self._allowed = allowed
        self._packed = file.read(_CHUNK)
        self._is_gzip = self._packed.startswith(GZIP)
        self._member = zlib.decompressobj(wbits=31) if self._is_gzip else None
        self._buffer = b""
        self._at = 0
        self._meter: int | None = None
        self.torn = ""
        """Why the file ends before its end; '' where it does not."""

    def meter(self, size: int | None) -> None:
        """Allow so many bytes to be taken until the meter is set again: a header has to end somewhere."""
        self._meter = size

    def read(self, size: int) -> bytes:
        """So many bytes, fewer only at the end.

        Raises:
            Damaged: here the file cannot be unpacked, or the meter has run out.
            Exhausted: all that is allowed has been read.
        """
        parts: list[bytes] = []
        while size > 0 and self._fill():
            part = self._buffer[self._at : self._at + size]
            self._at += len(part)
            size -= len(part)
            parts.append(part)
        return self._taken(b"".join(parts))

    def readline(self, size: int | None = None) -> bytes:
        """The bytes up to and with the next line feed; of a line without end only the beginning.

        Raises:
            Damaged: as ``read``.
            Exhausted: as ``read``.
        """
        room = _LINE if size is None else min(size, _LINE)
        parts: list[bytes] = []
        while room > 0 and self._fill():
            end = self._buffer.find(b"\n", self._at, self._at + room) + 1
            part = self._buffer[self._at : end or self._at + room]
            self._at += len(part)
            room = 0 if end else room - len(part)
            parts.append(part)
        return self._taken(b"".join(parts))

    def skip(self) -> None:
        """Leave a damaged member of a gzip file and go on with the next."""
        self._meter = None
        if not self._is_gzip or self._member is not None:
            return
        self._buffer, self._at = b"", 0
        self._packed = self._packed[1:]
        while (found := self._packed.find(GZIP)) < 0:
            more = self._file.read(_CHUNK)
            if not more:
                self._packed = b""
                return
            self._packed = self._packed[-2:] + more
        self._packed = self._packed[found:]
        self._member = zlib.decompressobj(wbits=31)

    def _taken(self, data: bytes) -> bytes:
        if self._meter is not None:
            self._meter -= len(data)
            if self._meter < 0:
                self._meter = None
                raise Damaged("has a header without end")
        return data

    def _fill(self) -> bool:
        """Whether the buffer holds a byte that was not taken."""
        while self._at >= len(self._buffer):
            piece = self._next_piece()
            if piece is None:
                return False
            self._allowed.spend(len(piece))
            self._buffer, self._at = piece, 0
        return True

    def _next_piece(self) -> bytes | None:
        if not self._packed:
            self._packed = self._file.read(_CHUNK)
        if not self._packed:
            if self._member is not None and not self._member.eof:
                self.torn = "is a gzip file that breaks off"
                self._member = None
            return None
        if not self._is_gzip:
            piece, self._packed = self._packed, b""
            return piece
        return self._unpacked_piece()

    def _unpacked_piece(self) -> bytes:
        if self._member is None or self._member.eof:
            self._begin_member()
        member = self._member
        assert member is not None  # noqa: S101 - just begun
        try:
            piece = member.decompress(self._packed, _PIECE)
        except zlib.error as error:
            self._member = None
            raise Damaged(f"is damaged ({error})") from error
        self._packed = member.unused_data if member.eof else member.unconsumed_tail
        return piece

    def _begin_member(self) -> None:
        if len(self._packed) < len(GZIP):
            self._packed += self._file.read(_CHUNK)
        if not self._packed.startswith(GZIP):
            self._member = None
            raise Damaged("is followed by bytes that are no gzip member")
        self._member = zlib.decompressobj(wbits=31)
