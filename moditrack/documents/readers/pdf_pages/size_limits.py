"""What a PDF may cost: streams are decompressed within bounds, and pages drawn within bounds."""

from __future__ import annotations

import io
import zlib

from pdfminer import pdftypes
from pdfminer.lzw import LZWDecoder

PAGES = 2_000
"""Pages of a document."""
CHARACTERS = 200_000
"""Characters of a page; a page of small print has 10,000."""
RULINGS = 20_000
"""Straight lines of a page; a drawing with more is not searched for tables."""
FORMS = 5_000
"""Drawings that a page uses, each of which may use others."""
_STREAM = 64 * 2**20
_ALL_STREAMS = 512 * 2**20


class TooMuchError(Exception):
    """A page or a document costs more than a report does."""


class _Zlib:
    """zlib as pdfminer uses it, with bounds."""

    error = zlib.error
    decompressobj = staticmethod(zlib.decompressobj)

    def __init__(self) -> None:
        self.left = _ALL_STREAMS

    def decompress(self, data: bytes) -> bytes:
        decompressor = zlib.decompressobj()
        out = decompressor.decompress(data, _STREAM)
        self.spend(len(out))
        if not decompressor.eof:
            if decompressor.unconsumed_tail:
                raise TooMuchError
            if not out:
                raise zlib.error("incomplete stream")
        return out

    def spend(self, size: int) -> None:
        self.left -= size
        if size >= _STREAM or self.left < 0:
            raise TooMuchError


def _lzwdecode(data: bytes) -> bytes:
    out, size = [], 0
    for piece in LZWDecoder(io.BytesIO(data)).run():
        size += len(piece)
        if size >= _STREAM:
            raise TooMuchError
        out.append(piece)
    _bounded.spend(size)
    return b"".join(out)


_bounded = _Zlib()
# pdfminer decompresses whatever comes out of a stream; a small file can hold many gigabytes.
vars(pdftypes).update(zlib=_bounded, lzwdecode=_lzwdecode)


def start() -> None:
    """Begin to count for another document."""
    _bounded.left = _ALL_STREAMS


def spent() -> bool:
    """Whether the bound on a whole document is reached."""
    return _bounded.left < 0
