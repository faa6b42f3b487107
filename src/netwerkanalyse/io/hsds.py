"""Open Referral HSDS (Human Services Data Specification): a service directory as the social map of a region.

What the standard does not say stays blank: the kind and type of a service, and the law that pays it. Life domains
follow from its taxonomy only by a table that the caller gives.
"""

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from os import PathLike
from pathlib import Path

import pandas as pd

from netwerkanalyse.errors import UnknownNameError
from netwerkanalyse.io.hsds_tables import SHIFTED, Tables, read_package
from netwerkanalyse.model.fields import LIST_SEPARATOR
from netwerkanalyse.model.problem import Origin, Problem, Severity, problems_at
from netwerkanalyse.model.region import Region
from netwerkanalyse.model.vocabulary import DOMAIN

OLDEST = 130
"""Older than anybody: directories write such ages where they mean that there is no limit."""

_SEPARATORS = re.compile(r"\s*[;,|]\s*")


def read_hsds(
    source: str | PathLike[str],
    *,
    domains: Mapping[str, str | Iterable[str]],
    strict: bool = False,
    lang: str = "nl",
) -> Region:
    """Read a service directory.

    Parameters
    ----------
    source
        Folder of CSV files of an HSDS package (versions 1 to 3, and exports with the table's name before each column),
        or a JSON document: tables by name, or services or organisations as an HSDS API gives them.
    domains
        Taxonomy term, by name, code or identifier, to our life domain or domains; to ``""`` when it belongs to none.
        Terms that are not in it are counted and told: no domain is guessed.
    strict
        Whether warnings stop too.
    lang
        Language of messages.

    Returns
    -------
    region
        Organisations, services and areas. Organisations are called by their name when all names differ, services by
        their identifier. Its ``warnings`` tell what could not be taken over: terms without life domain, ages that are
        none, rows whose cells have moved, services that are not active.

    Raises
    ------
    UnreadableError
        If it is no HSDS package, or damaged.
    ValidationError
        If something is wrong with the data, such as a service of an organisation that is not there.
    UnknownNameError
        If ``domains`` names a life domain that does not exist.
    """
    by_term = _checked(domains)
    tables, found = read_package(Path(source), lang), list[Problem]()
    services = _services(tables, by_term, found)
    names = _names(tables["organization"])
    frames = {
        "organisations": _organisations(tables["organization"], names, found),
        "services": services.assign(organisation=services["organisation"].map(lambda one: names.get(one, one))),
        "areas": _areas(tables, services),
    }
    origins = {"organisations": Origin("organizations"), "services": Origin("services")}
    return Region.build(frames, strict=strict, lang=lang, origins=origins, found=found)


def _checked(domains: Mapping[str, str | Iterable[str]]) -> dict[str, list[str]]:
    """Give the life domains of every term, and refuse those that do not exist."""
    by_term = {}
    for term, given in domains.items():
        listed = [given] if isinstance(given, str) else list(given)
        read = {one: DOMAIN.read(one) for one in listed if one}
        wrong = [one for one, code in read.items() if code is None]
        if wrong:
            message = f"there is no life domain {wrong[0]!r}; all: {', '.join(DOMAIN.names)}"
            raise UnknownNameError(message)
        by_term[term] = [code for code in read.values() if code]
    return by_term


def _names(organisations: pd.DataFrame) -> dict[str, str]:
    """Give what to call an organisation: its name, when all have one of their own."""
    named = organisations.drop_duplicates("id").dropna(subset="id")
    good = named["name"].notna().all() and named["name"].is_unique
    return dict(zip(named["id"], named["name"] if good else named["id"], strict=True))


def _organisations(organisations: pd.DataFrame, names: Mapping[str, str], found: list[Problem]) -> pd.DataFrame:
    once = organisations[~organisations.duplicated(["id", "name"])]
    parent = once["parent"].map(names)
    outside = once["parent"][once["parent"].notna() & parent.isna()]
    found += _told("hsds_parent_outside", "organisations", "parent", outside)
    called = once["id"].map(names)
    return pd.DataFrame({"organisation": called, "name": once["name"], "parent": parent, "hsds_id": once["id"]})


def _services(tables: Tables, by_term: Mapping[str, list[str]], found: list[Problem]) -> pd.DataFrame:
    services = tables["service"]
    left = services["status"].notna() & (services["status"].str.casefold() != "active")
    found += _told("hsds_not_active", "services", "status", services.loc[left, "status"])
    found += _told("hsds_row_moved", "services", "service", services.loc[services[SHIFTED], "id"])
    services = services[~left].copy()
    beyond = [column for column in services if column not in {"id", "organization", "name", SHIFTED}]
    services.loc[services[SHIFTED], beyond] = None
    return pd.DataFrame(
        {
            "service": services["id"],
            "name": services["name"],
            "organisation": services["organization"],
            "domains": _domains(services, tables, by_term, found),
            "areas": _several(services, services["areas"], tables["service_area"].set_index("service")["name"]),
            "capacity": _capacity(services, tables["service_capacity"], found),
            "age_from": _age(services["minimum_age"], "age_from", found),
            "age_to": _age(services["maximum_age"], "age_to", found),
            "eligibility": services["eligibility"],
            "languages": _several(services, None, tables["language"].set_index("service")["name"]),
            "wait_time": services["wait_time"],
        }
    )


def _domains(
    services: pd.DataFrame, tables: Tables, by_term: Mapping[str, list[str]], found: list[Problem]
) -> list[str | None]:
    """Give the life domains of every service, and tell how often a term stands at one without having any."""
    terms = tables["taxonomy_term"].drop_duplicates("id").dropna(subset="id").set_index("id", drop=False)
    spelled = {term: row.dropna().tolist() for term, row in terms[["name", "code", "id"]].iterrows()}
    linked = tables["attribute"].dropna(subset=["of", "term"]).groupby("of")["term"].agg(list).to_dict()
    domains, unmapped = [], Counter[str]()
    for service, written in zip(services["id"], services["terms"], strict=True):
        mapped: list[str] = []
        for term in dict.fromkeys([*linked.get(service, ()), *_apart(written)]):
            words = spelled.get(term, [term])
            known = next((by_term[word] for word in words if word in by_term), None)
            mapped += known or []
            unmapped[words[0]] += known is None
        domains.append(LIST_SEPARATOR.join(dict.fromkeys(mapped)) or None)
    found += problems_at([term for term in unmapped.most_common() if term[1]], _unmapped)
    return domains


def _unmapped(counted: tuple[str, int]) -> Problem:
    term, count = counted
    return Problem("hsds_term_unmapped", Severity.WARNING, "services", "domains", value=term, details={"count": count})


def _several(services: pd.DataFrame, written: pd.Series | None, linked: pd.Series) -> list[str | None]:
    """Give what stands in the row and in a table of its own, as one list."""
    by_service = linked.dropna().groupby(level=0).agg(list).to_dict()
    own = [None] * len(services) if written is None else written
    lists = ([*_apart(cell), *by_service.get(service, ())] for service, cell in zip(services["id"], own, strict=True))
    return [LIST_SEPARATOR.join(dict.fromkeys(map(_one_word, items))) or None for items in lists]


def _areas(tables: Tables, services: pd.DataFrame) -> pd.DataFrame:
    named = [
        *tables["service_area"]["name"].dropna(),
        *tables["service"]["areas"].dropna().map(_apart).explode().dropna(),
    ]
    names = {_one_word(name): name for name in reversed(named)}
    used = services["areas"].dropna().str.split(LIST_SEPARATOR).explode().unique()
    return pd.DataFrame({"area": used, "name": [names[area] for area in used]})


def _capacity(services: pd.DataFrame, capacities: pd.DataFrame, found: list[Problem]) -> list[float | None]:
    """Give the maximum of the only capacity of a service; several are in different units, and do not add up."""
    by_service = capacities.dropna(subset="service").groupby("service")["maximum"].agg(list).to_dict()
    several = services["id"][services["id"].map(lambda one: len(by_service.get(one, ())) > 1)]
    found += _told("hsds_several_capacities", "services", "capacity", several)
    only = (by_service.get(one, [None]) for one in services["id"])
    return [_number(values[0]) if len(values) == 1 else None for values in only]


def _age(written: pd.Series, column: str, found: list[Problem]) -> pd.Series:
    ages = written.map(_number, na_action="ignore").astype("float64")
    kept = ages.where(ages.between(0, OLDEST))
    found += _told("hsds_no_age", "services", column, written[written.notna() & kept.isna()])
    return kept


def _told(code: str, table: str, column: str, cells: pd.Series) -> list[Problem]:
    """Warn about every cell."""
    return problems_at(
        list(cells.items()), lambda cell: Problem(code, Severity.WARNING, table, column, cell[0], str(cell[1]))
    )


def _apart(cell: object) -> list[str]:
    return [part.strip() for part in cell.split(LIST_SEPARATOR) if part.strip()] if isinstance(cell, str) else []


def _one_word(name: str) -> str:
    """Write a name so that it can stand in a list: no separators in it."""
    return _SEPARATORS.sub(" / ", name.strip())


def _number(written: object) -> float | None:
    try:
        return float(str(written))
    except ValueError:
        return None
