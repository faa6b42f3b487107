"""The social map (sociale kaart): services, areas and what areas need."""

from netwerkanalyse.model import vocabulary as codes
from netwerkanalyse.model.codes import Label
from netwerkanalyse.model.columns import code, domain, number, several, text
from netwerkanalyse.model.fields import Table

SERVICES = Table(
    "services",
    Label("Aanbod", "Services"),
    Label("een regel van de sociale kaart", "an entry of the social map"),
    (
        text(
            "service", "aanbod", "service", "Korte code van dit aanbod.", "Short code of this service.", required=True
        ),
        text("name", "naam", "name", "Hoe het heet.", "What it is called."),
        text(
            "organisation",
            "organisatie",
            "organisation",
            "Wie het biedt.",
            "Who offers it.",
            required=True,
            refers="organisations",
        ),
        several(
            "domains",
            "leefgebieden",
            "life domains",
            "Voor welke leefgebieden.",
            "For which life domains.",
            codes=codes.DOMAIN,
        ),
        code(
            "type",
            "soort steun",
            "type of support",
            "Wat voor steun.",
            "What sort of support.",
            codes=codes.SUPPORT_TYPE,
        ),
        code(
            "kind",
            "soort",
            "kind",
            "Formeel, informeel of door ervaringsdeskundigen.",
            "Formal, informal or by peers.",
            codes=codes.KIND,
        ),
        several(
            "areas",
            "gebieden",
            "areas",
            "Waar het te krijgen is. Leeg: onbekend.",
            "Where it can be had. Blank: unknown.",
        ),
        several("laws", "wetten", "laws", "Waaruit het betaald wordt.", "By which laws it is paid.", codes=codes.LAW),
        number(
            "capacity",
            "plaatsen",
            "capacity",
            "Hoeveel mensen er terechtkunnen.",
            "For how many people there is room.",
            low=0,
        ),
        number(
            "waiting_days",
            "wachttijd in dagen",
            "waiting days",
            "Hoe lang wachten.",
            "How long the wait is.",
            low=0,
            unit="days",
        ),
        number("age_from", "vanaf leeftijd", "age from", "Jongste leeftijd.", "Youngest age.", low=0, high=130),
        number("age_to", "tot en met leeftijd", "age to", "Oudste leeftijd.", "Oldest age.", low=0, high=130),
        text("eligibility", "voorwaarden", "eligibility", "Voor wie het is.", "Whom it is for."),
        several("languages", "talen", "languages", "In welke talen.", "In which languages."),
    ),
    key=("service",),
    attributes=True,
)

AREAS = Table(
    "areas",
    Label("Gebieden", "Areas"),
    Label("een gemeente, wijk of postcodegebied", "a municipality, neighbourhood or postcode area"),
    (
        text("area", "gebied", "area", "Korte code van het gebied.", "Short code of the area.", required=True),
        text("name", "naam", "name", "Hoe het heet.", "What it is called."),
        text("parent", "ligt in", "lies in", "Het grotere gebied.", "The larger area.", refers="areas"),
        number("population", "inwoners", "population", "Aantal inwoners.", "Number of inhabitants.", low=0),
    ),
    key=("area",),
    attributes=True,
)

AREA_NEEDS = Table(
    "area_needs",
    Label("Behoefte per gebied", "Needs by area"),
    Label("verwachte behoefte in een gebied", "expected need in an area"),
    (
        text("area", "gebied", "area", "Welk gebied.", "Which area.", required=True, refers="areas"),
        domain(),
        number(
            "expected",
            "verwachte cliënten",
            "expected clients",
            "Hoeveel cliënten verwacht worden. Een schatting, geen telling: een klein getal wordt ook getoond.",
            "How many clients are expected. An estimate, not a count: a small number is shown as well.",
            low=0,
        ),
    ),
    key=("area", "domain"),
)

TRAVEL = Table(
    "travel",
    Label("Reistijd", "Travel"),
    Label("hoe ver een aanbod van een gebied ligt", "how far a service is from an area"),
    (
        text("area", "gebied", "area", "Vanuit welk gebied.", "From which area.", required=True, refers="areas"),
        text(
            "service", "aanbod", "service", "Naar welk aanbod.", "To which service.", required=True, refers="services"
        ),
        number(
            "distance",
            "afstand",
            "distance",
            "Minuten of kilometers, overal hetzelfde.",
            "Minutes or kilometres, the same everywhere.",
            low=0,
        ),
    ),
    key=("area", "service"),
)
