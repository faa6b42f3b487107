"""The worked example: one fictional client on whom every measure has a value worked out by hand."""

import pandas as pd

from netwerkanalyse.model.caseload import Caseload

_MEMBERS = (
    ("moeder", "informal", "mother", None, None, None),
    ("broer", "informal", "brother", None, None, None),
    ("vriend", "informal", "friend", None, None, None),
    ("casemanager", "formal", "case_manager", "GGZ-A", "mental_health_care", "zvw"),
    ("begeleider", "formal", "support_worker", "WMO-B", "social_domain", "wmo"),
    ("schuldhulp", "formal", "debt_counsellor", "Gemeente-C", "municipality", "wmo"),
    ("huisarts", "formal", "general_practitioner", "HA-D", "general_practice", "zvw"),
)
_TIES = (("moeder", "broer"), ("moeder", "casemanager"), ("casemanager", "huisarts"))
_NEEDS = (
    ("mental_health", 3),
    ("housing", 1),
    ("finances", 2),
    ("social_relations", 2),
    ("work", 2),
    ("meaning", 0),
    ("physical_health", None),
)
_SUPPORTS = (
    ("casemanager", "mental_health", 2),
    ("casemanager", "housing", 1),
    ("huisarts", "mental_health", 1),
    ("moeder", "mental_health", 1),
    ("begeleider", "housing", 2),
    ("schuldhulp", "finances", 1),
    ("vriend", "social_relations", 2),
)


def worked_example() -> Caseload:
    """Give the worked example.

    One fictional client with three naasten and four professionals of four organisations. Needs are known in six
    domains and not asked in one (physical health). All pairs were asked about. Amounts are on the level scale.
    """
    client = "voorbeeld"
    frames = {
        "clients": pd.DataFrame({"client": [client], "pairs_asked": ["all"], "scale": ["level"], "language": ["nl"]}),
        "members": pd.DataFrame(_MEMBERS, columns=["member", "kind", "role", "organisation", "sector", "law"]),
        "ties": pd.DataFrame(_TIES, columns=["source", "target"]).assign(kind="coordinates", present="yes"),
        "needs": pd.DataFrame(_NEEDS, columns=["domain", "need"]),
        "supports": pd.DataFrame(_SUPPORTS, columns=["member", "domain", "amount"]).assign(status="happening"),
    }
    return Caseload.build({name: frame.assign(client=client) for name, frame in frames.items()})
