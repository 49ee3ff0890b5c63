# SPDX-License-Identifier: LGPL-2.1-or-later
"""What policies and scenarios have in common: each is one JSON document, checked as it is read."""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from typing import Any, ClassVar, TypeVar

from ._enums import Language, number

D = TypeVar("D", bound="Document")


class Document:
    """A document; it does not change. Two of a kind are equal where they say the same."""

    __slots__ = ("_core", "__weakref__")
    _core: Any
    _kind: ClassVar[Any]

    def __init__(self, *args: object, **kwargs: object) -> None:
        name = type(self).__name__
        raise TypeError(f"a {name} is made by {name}.load(), {name}.from_json() or {name}.from_dict()")

    @classmethod
    def _of(cls: type[D], inside: Any) -> D:
        self = cls.__new__(cls)
        self._core = inside
        return self

    @classmethod
    def load(cls: type[D], path: str | os.PathLike[str]) -> D:
        """Reads and checks a document; all that is wrong is told at once, each with its path.

        Raises ReadError, SyntaxFault, InvalidError, and for a policy EthicsError, where it breaks Housing First or
        discriminates.
        """
        return cls._of(cls._kind.load(os.fspath(path)))

    @classmethod
    def from_json(cls: type[D], text: str) -> D:
        """The same from the text of a document."""
        return cls._of(cls._kind.parse(text))

    @classmethod
    def from_dict(cls: type[D], document: Mapping[str, Any]) -> D:
        """The same from a document as Python reads JSON."""
        return cls.from_json(json.dumps(document, ensure_ascii=False))

    @property
    def id(self) -> str:
        """The document's id."""
        return self._core.get_id()

    @property
    def version(self) -> str:
        """The authority's own version."""
        return self._core.get_version()

    @property
    def sha256(self) -> str:
        """Of the document in canonical JSON: what records cite."""
        return self._core.get_sha256()

    def title(self, lang: str = "fr") -> str:
        """What people call it."""
        return self._core.get_title(number(Language, lang, "lang"))

    def to_json(self) -> str:
        """The document."""
        return self._core.to_json()

    def to_dict(self) -> dict[str, Any]:
        """The document as Python reads JSON."""
        return json.loads(self.to_json())

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Document) or type(other) is not type(self):
            return NotImplemented
        return self.sha256 == other.sha256

    def __hash__(self) -> int:
        return hash(self.sha256)

    def __reduce__(self) -> tuple[Any, ...]:
        return type(self).from_json, (self.to_json(),)
