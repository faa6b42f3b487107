"""A change to one client's network, as data: rows that come, and cells that get another value."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Row:
    """A row that comes; columns that are not named stay blank.

    Parameters
    ----------
    table
        Name of the table.
    filled
        Column to value, without the client.
    """

    table: str
    filled: Mapping[str, Any]


@dataclass(frozen=True)
class Cell:
    """A cell that gets another value.

    Parameters
    ----------
    table, column
        Where it stands.
    where
        Which row of the client it is: columns with what stands in them.
    value
        What it becomes.
    """

    table: str
    column: str
    where: Mapping[str, str]
    value: object


@dataclass(frozen=True)
class Change:
    """What would be different in the network of one client.

    Parameters
    ----------
    rows
        Rows that come.
    cells
        Cells that get another value.

    Examples
    --------
    >>> both = tie("moeder", "begeleider") + support("moeder", "work", 1.0)
    >>> [row.table for row in both.rows]
    ['ties', 'supports']
    """

    rows: tuple[Row, ...] = ()
    cells: tuple[Cell, ...] = ()

    def __add__(self, other: "Change") -> "Change":
        """Make both changes at once."""
        return Change(self.rows + other.rows, self.cells + other.cells)


NOTHING = Change()
"""Everything stays as it is."""


def together(changes: Iterable[Change]) -> Change:
    """Make several changes at once; two newcomers are two people, whatever they are called.

    Examples
    --------
    >>> one, other = (newcomer("maatje", "informal") + support("maatje", domain, 1.0) for domain in ("work", "leisure"))
    >>> [row.filled["member"] for row in together([one, other]).rows]
    ['maatje 0', 'maatje 0', 'maatje 1', 'maatje 1']
    """
    found = NOTHING
    for number, change in enumerate(changes):
        new = {row.filled["member"] for row in change.rows if row.table == "members"}
        rows = (
            Row(row.table, {**row.filled, "member": f"{row.filled['member']} {number}"})
            if row.filled.get("member") in new
            else row
            for row in change.rows
        )
        found += Change(tuple(rows), change.cells)
    return found


def support(member: str, domain: str, amount: float, **more: object) -> Change:
    """Somebody gives support that happens; ``more`` are other columns of the support."""
    values = {
        "member": member,
        "domain": domain,
        "amount": amount,
        "status": "happening",
        "direction": "to_client",
        **more,
    }
    return Change(rows=(Row("supports", values),))


def newcomer(member: str, kind: str | None, **more: object) -> Change:
    """Somebody comes; ``more`` are other columns of the person."""
    return Change(rows=(Row("members", {"member": member, "kind": kind, **more}),))


def tie(one: str, other: str, present: str = "yes") -> Change:
    """Two people of whom no contact is listed come to coordinate, or turn out not to."""
    return Change(rows=(Row("ties", {"source": one, "target": other, "kind": "coordinates", "present": present}),))


def becomes(table: str, where: Mapping[str, str], **values: object) -> Change:
    """Cells of one row get other values: a contact that comes about, somebody who comes back, support that ends."""
    return Change(cells=tuple(Cell(table, column, where, value) for column, value in values.items()))
