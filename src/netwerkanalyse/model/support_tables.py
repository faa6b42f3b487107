"""What is needed and who gives it: needs, supports."""

from netwerkanalyse.model import vocabulary as codes
from netwerkanalyse.model.codes import Label
from netwerkanalyse.model.columns import client, code, day, domain, flag, number, someone
from netwerkanalyse.model.fields import Table

NEEDS = Table(
    "needs",
    Label("Behoeften", "Needs"),
    Label("een leefgebied van een cliënt", "a life domain of a client"),
    (
        client(),
        domain(),
        number(
            "need",
            "behoefte",
            "need",
            "Hoeveel steun nodig is: 0 geen, 1 licht, 2 flink, 3 intensief. Leeg: niet besproken.",
            "How much support is needed: 0 none, 1 light, 2 substantial, 3 intensive. Blank: not discussed.",
            low=0,
        ),
        code(
            "client_rating",
            "oordeel cliënt",
            "client rating",
            "Is deze behoefte volgens de cliënt vervuld?",
            "Is this need met, according to the client?",
            codes=codes.RATING,
        ),
        code(
            "professional_rating",
            "oordeel professional",
            "professional rating",
            "Is deze behoefte volgens de professional vervuld?",
            "Is this need met, according to the professional?",
            codes=codes.RATING,
        ),
        number(
            "priority",
            "gewicht",
            "priority",
            "Hoe zwaar dit leefgebied telt voor de cliënt.",
            "How much this domain matters to the client.",
            low=0,
        ),
        code(
            "wanted_kind",
            "gewenste soort",
            "wanted kind",
            "Van wie de cliënt deze steun graag krijgt.",
            "From whom the client would like this support.",
            codes=codes.KIND,
        ),
        code(
            "wanted_type",
            "gewenste steun",
            "wanted type",
            "Welke steun de cliënt graag krijgt.",
            "Which support the client would like.",
            codes=codes.SUPPORT_TYPE,
        ),
        day("start", "begin", "start", "Vanaf wanneer deze behoefte er is.", "Since when this need exists."),
        day("end", "einde", "end", "Tot wanneer deze behoefte er is.", "Until when this need exists."),
    ),
    key=("client", "domain"),
)

SUPPORTS = Table(
    "supports",
    Label("Steun", "Support"),
    Label("iemand steunt op een leefgebied", "somebody supports in a life domain"),
    (
        client(),
        someone("member", "persoon", "member", "Wie de steun geeft.", "Who gives the support."),
        domain(),
        code(
            "type",
            "soort steun",
            "type of support",
            "Wat voor steun het is.",
            "What sort of support it is.",
            codes=codes.SUPPORT_TYPE,
        ),
        number(
            "amount",
            "hoeveel",
            "amount",
            "Hoeveel steun, in dezelfde schaal als de behoefte: 0,5, 1, 2 of 3.",
            "How much support, in the same scale as the need: 0.5, 1, 2 or 3.",
        ),
        code(
            "status",
            "status",
            "status",
            "Gebeurt het, is het gepland, gestopt of geweigerd?",
            "Is it happening, planned, ended or refused?",
            codes=codes.SUPPORT_STATUS,
            required=True,
            default="happening",
        ),
        code(
            "direction",
            "richting",
            "direction",
            "Wie steunt wie?",
            "Who supports whom?",
            codes=codes.DIRECTION,
            default="to_client",
        ),
        flag(
            "backup",
            "achtervang",
            "backup",
            "Is dit steun voor als het misgaat (achtervang)?",
            "Is this support kept for when things go wrong (backup)?",
        ),
        flag(
            "intended",
            "dit wil ik zo",
            "intended",
            "Zegt de cliënt: dit wil ik zo, ook als meer mensen hetzelfde doen?",
            "Does the client say: this is how I want it, even if several people do the same?",
        ),
        day("start", "begin", "start", "Vanaf wanneer de steun er is.", "Since when the support is there."),
        day(
            "end",
            "einde",
            "end",
            "Tot wanneer de steun er is (die dag niet meer).",
            "Until when the support is there (that day excluded).",
        ),
    ),
    key=("client", "member", "domain", "type", "start"),
)
