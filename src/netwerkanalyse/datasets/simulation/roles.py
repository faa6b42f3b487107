"""Who can stand around a client: roles with the sector, law and life domains that go with them."""

from typing import NamedTuple

import numpy as np

from netwerkanalyse.model.vocabulary import DOMAIN, KIND, LAW, ROLE, SECTOR, SUPPORT_TYPE

EVERY_DOMAIN = " ".join(DOMAIN.names)
AMONG_FRIENDS = "mental_health daily_living social_relations leisure meaning work learning finances"


class RoleOf(NamedTuple):
    """One sort of person: how common within the kind, what they help with, and how."""

    kind: str
    role: str
    sector: str
    law: str
    share: float
    domains: str
    type: str
    once: bool = False
    stays: bool = False


ROLES = (
    RoleOf("informal", "relative", "", "", 0.08, EVERY_DOMAIN, "practical"),
    RoleOf("informal", "partner", "", "", 0.08, EVERY_DOMAIN, "practical", once=True),
    RoleOf("informal", "mother", "", "", 0.12, EVERY_DOMAIN, "practical", once=True),
    RoleOf("informal", "father", "", "", 0.08, EVERY_DOMAIN, "practical", once=True),
    RoleOf("informal", "brother", "", "", 0.10, EVERY_DOMAIN, "practical"),
    RoleOf("informal", "sister", "", "", 0.12, EVERY_DOMAIN, "practical"),
    RoleOf("informal", "son", "", "", 0.07, EVERY_DOMAIN, "practical"),
    RoleOf("informal", "daughter", "", "", 0.08, EVERY_DOMAIN, "practical"),
    RoleOf("informal", "friend", "", "", 0.15, AMONG_FRIENDS, "emotional"),
    RoleOf("informal", "neighbour", "", "", 0.06, AMONG_FRIENDS, "practical"),
    RoleOf("informal", "colleague", "", "", 0.03, AMONG_FRIENDS, "appraisal"),
    RoleOf("informal", "volunteer", "", "", 0.03, AMONG_FRIENDS, "practical"),
    RoleOf("peer", "peer_worker", "recovery", "wmo", 0.7, AMONG_FRIENDS, "emotional"),
    RoleOf("peer", "peer_worker", "mental_health_care", "zvw", 0.3, AMONG_FRIENDS, "appraisal"),
    RoleOf(
        "formal",
        "support_worker",
        "social_domain",
        "wmo",
        0.14,
        "daily_living social_relations family housing finances work learning leisure meaning",
        "practical",
    ),
    RoleOf(
        "formal",
        "case_manager",
        "mental_health_care",
        "zvw",
        0.08,
        "mental_health substance_use daily_living social_relations housing finances work meaning safety",
        "practical",
        once=True,
    ),
    RoleOf("formal", "lead_clinician", "mental_health_care", "zvw", 0.06, "mental_health", "treatment", once=True),
    RoleOf("formal", "clinician", "mental_health_care", "zvw", 0.08, "mental_health substance_use family", "treatment"),
    RoleOf(
        "formal",
        "resource_coordinator",
        "mental_health_care",
        "zvw",
        0.03,
        "mental_health social_relations family meaning",
        "informational",
        once=True,
    ),
    RoleOf("formal", "family_contact", "mental_health_care", "zvw", 0.01, "family mental_health", "informational"),
    RoleOf(
        "formal",
        "crisis_service",
        "mental_health_care",
        "zvw",
        0.03,
        "mental_health safety",
        "treatment",
        once=True,
        stays=True,
    ),
    RoleOf("formal", "clinician", "addiction_care", "zvw", 0.05, "substance_use mental_health", "treatment"),
    RoleOf(
        "formal",
        "general_practitioner",
        "general_practice",
        "zvw",
        0.10,
        "physical_health mental_health substance_use",
        "treatment",
        once=True,
        stays=True,
    ),
    RoleOf(
        "formal",
        "practice_nurse",
        "general_practice",
        "zvw",
        0.03,
        "mental_health physical_health",
        "treatment",
        once=True,
    ),
    RoleOf("formal", "clinician", "hospital", "zvw", 0.03, "physical_health", "treatment"),
    RoleOf("formal", "district_nurse", "nursing", "zvw", 0.04, "physical_health daily_living", "practical"),
    RoleOf(
        "formal",
        "support_worker",
        "supported_housing",
        "wmo",
        0.05,
        "housing daily_living social_relations finances leisure",
        "practical",
    ),
    RoleOf(
        "formal",
        "support_worker",
        "supported_housing",
        "wlz",
        0.03,
        "housing daily_living social_relations leisure",
        "practical",
    ),
    RoleOf(
        "formal",
        "support_worker",
        "disability_care",
        "wlz",
        0.03,
        "daily_living social_relations leisure learning",
        "practical",
    ),
    RoleOf(
        "formal",
        "care_director",
        "municipality",
        "wmo",
        0.02,
        "safety family housing finances work",
        "informational",
        once=True,
    ),
    RoleOf("formal", "debt_counsellor", "municipality", "wmo", 0.05, "finances housing", "practical", once=True),
    RoleOf("formal", "support_worker", "welfare", "wmo", 0.03, "social_relations leisure meaning", "practical"),
    RoleOf("formal", "job_coach", "work_and_daytime", "participatiewet", 0.04, "work learning", "practical"),
    RoleOf(
        "formal",
        "support_worker",
        "work_and_daytime",
        "wmo",
        0.04,
        "leisure work social_relations learning meaning",
        "practical",
    ),
    RoleOf("formal", "youth_worker", "youth_care", "jeugdwet", 0.03, "family learning safety", "informational"),
    RoleOf("formal", "docent", "education", "", 0.02, "learning", "informational"),
    RoleOf("formal", "woonconsulent", "housing_corporation", "", 0.02, "housing", "informational", once=True),
    RoleOf("formal", "guardian", "other", "", 0.03, "finances", "practical", once=True, stays=True),
    RoleOf(
        "formal",
        "toezichthouder",
        "safety",
        "wfz",
        0.02,
        "safety substance_use housing work",
        "informational",
        once=True,
        stays=True,
    ),
)
"""Shares are within the kind. The first row of a kind takes who would fill a role twice that a client has once."""

INFORMAL, FORMAL, PEER = (KIND.position[name] for name in ("informal", "formal", "peer"))

ROLE_NAME = tuple(dict.fromkeys(row.role for row in ROLES))
ROLE_CODE = np.array([ROLE_NAME.index(row.role) for row in ROLES])
KIND_OF = np.array([KIND.position[row.kind] for row in ROLES])
SECTOR_OF = np.array([SECTOR.position.get(row.sector, -1) for row in ROLES])
LAW_OF = np.array([LAW.position.get(row.law, -1) for row in ROLES])
TYPE_OF = np.array([SUPPORT_TYPE.position[row.type] for row in ROLES])
ONCE = np.array([row.once for row in ROLES])
STAYS = np.array([row.stays for row in ROLES])
FAMILY = np.array([ROLE.group(row.role) == "family" for row in ROLES])
HUB = np.array([row.role in {"case_manager", "resource_coordinator"} for row in ROLES])
HELPS_WITH = np.array([[name in row.domains.split() for name in DOMAIN.names] for row in ROLES])

SECTORS = np.unique(SECTOR_OF[SECTOR_OF >= 0])
"""The sectors that occur, as positions in the vocabulary."""


def rows_of(kind: int) -> tuple[np.ndarray, np.ndarray]:
    """Give the rows of a kind and their shares; the first row is the one that may always occur again."""
    rows = np.flatnonzero(kind == KIND_OF)
    return rows, np.array([ROLES[row].share for row in rows])
