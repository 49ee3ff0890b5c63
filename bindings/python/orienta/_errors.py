# SPDX-License-Identifier: LGPL-2.1-or-later
"""What can be raised. An answer nobody likes (not eligible, nothing left) is a result, not an exception."""

from __future__ import annotations


class Error(Exception):
    """Base of all that the library raises."""

    #: the number of the kind, the same in every language; 0: none of the library's own
    code = 0

    @property
    def faults(self) -> list[str]:
        """What is wrong, one thing a line: a file or a table tells all its faults at once."""
        return str(self).splitlines()


class ReadError(Error, OSError):
    """A file could not be read."""

    code = 1


class WriteError(Error, OSError):
    """A file could not be written; what stood there still stands."""

    code = 2


class SyntaxFault(Error, ValueError):
    """Not CSV, not JSON, not UTF-8."""

    code = 3


class InvalidError(Error, ValueError):
    """Well formed, but a value is not what it must be."""

    code = 4


class NotFoundError(Error, LookupError):
    """No household, unit or criterion of that id."""

    code = 5


class CancelledError(Error):
    """The call was told to stop."""

    code = 6


class EthicsError(Error, ValueError):
    """The policy breaks Housing First or discriminates."""

    code = 7


class LimitError(Error, ValueError):
    """Larger than the library accepts."""

    code = 8


class MissingError(Error, RuntimeError):
    """What this needs is not installed: HiGHS, for limits beside places."""

    code = 9
