"""A place where rooms register what they add, each thing under a name of its own."""

from typing import Generic, TypeVar

T = TypeVar("T")


class Registry(Generic[T]):
    """Contributions of one kind, each under a name of its own, in a stated order."""

    def __init__(self, kind: str) -> None:
        self.kind = kind
        self._entries: dict[str, T] = {}

    def add(self, name: str, entry: T) -> None:
        """Register `entry`; a name is used once."""
        if name in self._entries:
            raise ValueError(f"{self.kind}: {name} is registered twice.")
        self._entries[name] = entry

    def get(self, name: str) -> T | None:
        """Return the entry of that name, if any."""
        return self._entries.get(name)

    def named(self) -> list[tuple[str, T]]:
        """Return every entry with its name, by name."""
        return sorted(self._entries.items())

    def all(self) -> list[T]:
        """Return every entry, by `order` where entries have one, else by name."""
        return [
            entry
            for _, entry in sorted(
                self._entries.items(), key=lambda row: (getattr(row[1], "order", 0), row[0])
            )
        ]
