"""From our life domains to the words of other instruments.

The mapping is many-to-many and loses meaning: it helps to find the right word, and is never used to fill in one
domain from another instrument's score. The domain list follows a Dutch seed list of life domains, extended with the
domains of the Zelfredzaamheid-Matrix 2017 (13 domains) and CANSAS (22 needs); the choice is ours.
"""

from dataclasses import dataclass


@dataclass(frozen=True)
class Crosswalk:
    """How other instruments name what falls in one life domain.

    Parameters
    ----------
    domain
        Our code (see :data:`netwerkanalyse.model.vocabulary.DOMAIN`).
    zrm
        Domains of the Zelfredzaamheid-Matrix 2017.
    cansas
        Needs of the Camberwell Assessment of Need, short version.
    positive_health
        Dimensions of positive health as the Dutch network-psychiatry project names them.
    recovery
        Recovery dimensions (codes of :data:`netwerkanalyse.model.vocabulary.RECOVERY`).
    """

    domain: str
    zrm: tuple[str, ...]
    cansas: tuple[str, ...]
    positive_health: tuple[str, ...]
    recovery: tuple[str, ...]


CROSSWALK = (
    Crosswalk(
        "mental_health",
        ("geestelijke gezondheid",),
        ("psychotic symptoms", "psychological distress", "safety to self", "information on condition"),
        ("mentaal welbevinden",),
        ("clinical",),
    ),
    Crosswalk(
        "physical_health",
        ("lichamelijke gezondheid",),
        ("physical health", "food"),
        ("lichamelijk functioneren",),
        ("clinical",),
    ),
    Crosswalk(
        "substance_use",
        ("verslaving",),
        ("alcohol", "drugs"),
        ("mentaal welbevinden", "lichamelijk functioneren"),
        ("clinical",),
    ),
    Crosswalk(
        "daily_living",
        ("basale ADL", "instrumentele ADL"),
        ("self-care", "looking after home", "telephone", "transport", "food"),
        ("dagelijks functioneren",),
        ("functional",),
    ),
    Crosswalk(
        "social_relations",
        ("sociaal netwerk", "huiselijke relaties"),
        ("social life", "intimate relationships", "sexual expression"),
        ("sociaal-maatschappelijk functioneren",),
        ("social", "personal"),
    ),
    Crosswalk("family", (), ("child care",), ("sociaal-maatschappelijk functioneren",), ("social",)),
    Crosswalk("housing", ("huisvesting",), ("accommodation",), ("dagelijks functioneren",), ("social",)),
    Crosswalk("finances", ("financiën",), ("money", "benefits"), ("dagelijks functioneren",), ("social",)),
    Crosswalk(
        "work",
        ("werk en opleiding",),
        ("daytime activities",),
        ("sociaal-maatschappelijk functioneren",),
        ("social",),
    ),
    Crosswalk(
        "learning",
        ("werk en opleiding",),
        ("education",),
        ("sociaal-maatschappelijk functioneren",),
        ("social",),
    ),
    Crosswalk(
        "leisure",
        ("tijdsbesteding", "maatschappelijke participatie"),
        ("daytime activities",),
        ("kwaliteit van leven",),
        ("social",),
    ),
    Crosswalk("meaning", (), (), ("zingeving",), ("personal",)),
    Crosswalk("safety", ("justitie",), ("safety to others", "safety to self"), ("kwaliteit van leven",), ("social",)),
)
