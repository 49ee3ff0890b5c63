# SPDX-License-Identifier: LGPL-2.1-or-later
"""What can be raised. An answer nobody likes (not eligible, nothing left) is a result, not an exception."""

from __future__ import annotations


class Error(Exception):
    """Base of all that the library raises."""

    @property
    def faults(self) -> list[str]:
        """What is wrong, one thing a line: a file or a table tells all its faults at once."""
        return str(self).splitlines()


class ReadError(Error, OSError):
    """A file could not be read."""


class WriteError(Error, OSError):
    """A file could not be written; what stood there still stands."""


class SyntaxFault(Error, ValueError):
    """Not CSV, not JSON, not UTF-8."""


class InvalidError(Error, ValueError):
    """Well formed, but a value is not what it must be."""


class NotFoundError(Error, LookupError):
    """No household, unit or criterion of that id."""


class CancelledError(Error):
    """The call was told to stop."""


class EthicsError(Error, ValueError):
    """The policy breaks Housing First or discriminates."""


class LimitError(Error, ValueError):
    """Larger than the library accepts."""


class MissingError(Error, RuntimeError):
    """What this needs is not installed: HiGHS, for limits beside places."""
