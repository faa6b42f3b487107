"""One client's network as plain records: what graphs of any library are made of, and made from."""

from collections.abc import Mapping
from dataclasses import dataclass, field

import pandas as pd

from netwerkanalyse.errors import UnknownNameError
from netwerkanalyse.io.raw_tables import RawTables
from netwerkanalyse.io.spelling import plain
from netwerkanalyse.model.caseload import Caseload
from netwerkanalyse.model.caseload_tables import CASELOAD
from netwerkanalyse.model.fields import Table

Value = str | float | bool | None
Record = dict[str, Value]

DEFAULT_CLIENT = "client"
"""Pseudonym of a client of whom only a graph is known."""


@dataclass(frozen=True)
class EgoNetwork:
    """The people around one client and the ties between them.

    Parameters
    ----------
    client
        What is known of the client, without the pseudonym.
    members
        Every member and what is known of this person.
    ties
        The two members of each tie and what is known of it.
    """

    client: Record = field(default_factory=dict)
    members: list[tuple[str, Record]] = field(default_factory=list)
    ties: list[tuple[str, str, Record]] = field(default_factory=list)


def ego_network(caseload: Caseload, client: str) -> EgoNetwork:
    """Take one client's network out of a caseload.

    Parameters
    ----------
    caseload
        The caseload.
    client
        Pseudonym of the client.

    Returns
    -------
    network
        Codes, numbers and ISO dates. What is not known is left out, or None where leaving it out would mean
        something (a tie without ``present`` is taken to be there).

    Raises
    ------
    UnknownNameError
        If there is no such client.
    """
    if client not in caseload.client_index:
        message = f"not in this caseload: {client}"
        raise UnknownNameError(message)
    clients, members, ties = (
        _records(caseload.tables[name], CASELOAD.by_name[name], client) for name in ("clients", "members", "ties")
    )
    return EgoNetwork(
        clients[0],
        [(str(member.pop("member")), member) for member in members],
        [(str(tie.pop("source")), str(tie.pop("target")), tie) for tie in ties],
    )


def from_ego_networks(networks: Mapping[str, EgoNetwork], *, strict: bool, lang: str) -> Caseload:
    """Make a caseload of clients' networks.

    Parameters
    ----------
    networks
        Pseudonym of the client to the network. A tie to the client adds nothing (everybody in the network is
        around the client) and is left out; so is the client as a member.
    strict
        Whether warnings stop too.
    lang
        Language of messages.

    Returns
    -------
    caseload
        The caseload, checked.

    Raises
    ------
    ValidationError
        With everything that is wrong.
    """
    clients = [{**network.client, "client": client} for client, network in networks.items()]
    members = [
        {**known, "client": client, "member": member}
        for client, network in networks.items()
        for member, known in network.members
        if member != client
    ]
    ties = [
        {**known, "client": client, "source": source, "target": target}
        for client, network in networks.items()
        for source, target, known in network.ties
        if client not in {source, target}
    ]
    rows = {"clients": clients, "members": members, "ties": ties}
    frames = {
        name: pd.DataFrame(records, index=range(1, len(records) + 1), dtype=object)
        for name, records in rows.items()
        if records
    }
    return RawTables(frames).built(Caseload.build, CASELOAD, strict=strict, lang=lang)


def _records(frame: pd.DataFrame, table: Table, client: str) -> list[Record]:
    """Return a client's rows of a table, without the client and without what is not known."""
    columns = plain(frame[frame["client"] == client].drop(columns="client"))
    kept = {field.name for field in table.fields if field.default is not None}
    rows = zip(*columns.values(), strict=True)
    return [
        {name: cell for name, cell in zip(columns, row, strict=True) if cell is not None or name in kept}
        for row in rows
    ]
