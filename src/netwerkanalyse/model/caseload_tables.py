"""The tables of a caseload: every column, once.

All tables are keyed by ``client``, a pseudonym. Blank is "not asked" everywhere.
"""

from netwerkanalyse.model import vocabulary as codes
from netwerkanalyse.model.fields import Field, FieldType, Schema, Table
from netwerkanalyse.model.vocabulary import Label, Vocabulary

_TEXT, _CODE, _NUMBER = FieldType.TEXT, FieldType.CODE, FieldType.NUMBER
_INTEGER, _FLAG, _DATE = FieldType.INTEGER, FieldType.FLAG, FieldType.DATE


def _client() -> Field:
    return Field(
        "client",
        _TEXT,
        Label("cliënt", "client"),
        Label("Pseudoniem van de cliënt, geen naam.", "Pseudonym of the client, not a name."),
        required=True,
        refers="clients",
    )


def _member(name: str, nl: str, en: str, meaning_nl: str, meaning_en: str, *, required: bool = True) -> Field:
    return Field(name, _TEXT, Label(nl, en), Label(meaning_nl, meaning_en), required=required, refers="members")


def _domain(*, required: bool = True) -> Field:
    return Field(
        "domain",
        _CODE,
        Label("leefgebied", "life domain"),
        Label("Het leefgebied waar het om gaat.", "The life domain this is about."),
        codes=codes.DOMAIN,
        required=required,
    )


def _start(nl: str, en: str) -> Field:
    return Field("start", _DATE, Label("begin", "start"), Label(nl, en))


def _end(nl: str, en: str) -> Field:
    return Field("end", _DATE, Label("einde", "end"), Label(nl, en))


def _flag(name: str, nl: str, en: str, meaning_nl: str, meaning_en: str) -> Field:
    return Field(name, _FLAG, Label(nl, en), Label(meaning_nl, meaning_en))


def _rating(name: str, nl: str, en: str, meaning_nl: str, meaning_en: str) -> Field:
    return Field(name, _CODE, Label(nl, en), Label(meaning_nl, meaning_en), codes=codes.RATING)


def _code(name: str, vocabulary: Vocabulary, heading: Label, meaning: Label, **more: object) -> Field:
    return Field(name, _CODE, heading, meaning, codes=vocabulary, **more)  # type: ignore[arg-type]


CLIENTS = Table(
    "clients",
    Label("Cliënten", "Clients"),
    Label("een cliënt op een datum", "a client at a date"),
    (
        Field(
            "client",
            _TEXT,
            Label("cliënt", "client"),
            Label("Pseudoniem van de cliënt, geen naam.", "Pseudonym of the client, not a name."),
            required=True,
        ),
        Field(
            "area",
            _TEXT,
            Label("gebied", "area"),
            Label("Gemeente, wijk of postcodegebied.", "Municipality, neighbourhood or postcode area."),
        ),
        Field(
            "reference_date",
            _DATE,
            Label("peildatum", "reference date"),
            Label(
                "De dag waarop dit beeld geldt. Steun en mensen tellen mee als ze er op die dag zijn.",
                "The day this picture holds. Support and people count when they are there on that day.",
            ),
        ),
        _code(
            "pairs_asked",
            codes.PAIRS_ASKED,
            Label("gevraagde paren", "pairs asked"),
            Label(
                "'alle paren': een paar dat niet bij Relaties staat, heeft geen contact. "
                "'alleen genoemde paren': van de rest weten we het niet.",
                "'all pairs': a pair that is not listed under Ties has no contact. "
                "'listed pairs only': about the rest we do not know.",
            ),
        ),
        _code(
            "scale",
            codes.SCALE,
            Label("schaal", "scale"),
            Label(
                "Waarin behoefte en steun zijn uitgedrukt: niveau 0-3 of uren per week. Eén schaal per bestand.",
                "In what need and support are expressed: level 0-3 or hours a week. One scale in a file.",
            ),
            default="level",
        ),
        _code(
            "language",
            codes.LANGUAGE,
            Label("taal", "language"),
            Label("De taal waarin de cliënt het liefst praat.", "The language the client prefers to speak."),
        ),
    ),
    key=("client",),
    attributes=True,
)

MEMBERS = Table(
    "members",
    Label("Personen", "People"),
    Label("iemand rond de cliënt", "somebody around the client"),
    (
        _client(),
        Field(
            "member",
            _TEXT,
            Label("persoon", "member"),
            Label(
                "Korte code voor deze persoon, bijvoorbeeld 'moeder'.",
                "Short code for this person, such as 'mother'.",
            ),
            required=True,
        ),
        Field(
            "label",
            _TEXT,
            Label("aanduiding", "label"),
            Label("Rol of initialen, geen volledige naam.", "Role or initials, not a full name."),
        ),
        _code(
            "kind",
            codes.KIND,
            Label("soort", "kind"),
            Label(
                "Informeel (naaste), formeel (professional) of ervaringsdeskundig.",
                "Informal (family, friends), formal (professional) or peer.",
            ),
        ),
        _code(
            "role",
            codes.ROLE,
            Label("rol", "role"),
            Label("Wat deze persoon voor de cliënt is.", "What this person is to the client."),
        ),
        Field(
            "organisation",
            _TEXT,
            Label("organisatie", "organisation"),
            Label("Bij professionals: waar deze persoon werkt.", "For professionals: where this person works."),
        ),
        _code(
            "sector",
            codes.SECTOR,
            Label("sector", "sector"),
            Label("De sector van de organisatie.", "The organisation's sector."),
        ),
        _code(
            "law",
            codes.LAW,
            Label("wet", "law"),
            Label("De wet die de hulp betaalt.", "The law that pays for the help."),
        ),
        Field(
            "circle",
            _INTEGER,
            Label("kring", "circle"),
            Label(
                "Hoe dichtbij volgens de cliënt: 1 heel dichtbij, 2 dichtbij, 3 verder weg.",
                "How close according to the client: 1 very close, 2 close, 3 further away.",
            ),
            low=1,
            high=3,
        ),
        Field(
            "helping",
            _INTEGER,
            Label("helpt", "helping"),
            Label(
                "Hoeveel deze persoon helpt, 0 (niet) tot 3 (veel).",
                "How much this person helps, 0 (not) to 3 (a lot).",
            ),
            low=0,
            high=3,
        ),
        Field(
            "hindering",
            _INTEGER,
            Label("kost kracht", "hindering"),
            Label(
                "Hoeveel kracht dit contact kost, 0 (niet) tot 3 (veel). Alleen voor de cliënt zelf.",
                "How much strength this contact costs, 0 (not) to 3 (a lot). For the client only.",
            ),
            low=0,
            high=3,
        ),
        Field(
            "capacity",
            _NUMBER,
            Label("kan aan", "capacity"),
            Label(
                "Hoeveel steun deze persoon in totaal kan geven, in dezelfde schaal als de steun.",
                "How much support this person can give in all, in the same scale as the support.",
            ),
            low=0,
        ),
        Field(
            "burden",
            _NUMBER,
            Label("belasting", "burden"),
            Label(
                "Score op EDIZ-plus (0-15), als die is afgenomen. Alleen de score.",
                "Score on EDIZ-plus (0-15), if it was taken. The score only.",
            ),
            low=0,
            high=15,
        ),
        _flag(
            "nominated",
            "gekozen door cliënt",
            "nominated",
            "Heeft de cliënt deze persoon zelf gekozen voor de resourcegroep?",
            "Did the client choose this person for the resource group?",
        ),
        _flag(
            "active",
            "in contact",
            "active",
            "Is er nu contact? 'nee' betekent: bekend, nu geen contact, misschien te activeren.",
            "Is there contact now? 'no' means: known, no contact now, perhaps to be activated.",
        ),
        _flag(
            "unwanted",
            "contact niet gewenst",
            "unwanted",
            "Wil de cliënt geen contact met deze persoon?",
            "Does the client refuse contact with this person?",
        ),
        _flag(
            "unsafe",
            "niet veilig",
            "unsafe",
            "Is contact met deze persoon onveilig? Dit komt in geen enkel gedeeld overzicht.",
            "Is contact with this person unsafe? This appears in no shared overview.",
        ),
        _flag(
            "protected_role",
            "blijft altijd",
            "protected role",
            "Hoort deze rol te blijven, ook bij afschalen (huisarts, crisisdienst, wettelijke maatregel)?",
            "Should this role stay when care is scaled down (general practitioner, crisis service, legal measure)?",
        ),
        _start("Vanaf wanneer is deze persoon erbij?", "Since when is this person around?"),
        _end("Tot wanneer is deze persoon erbij?", "Until when is this person around?"),
    ),
    key=("client", "member"),
    attributes=True,
)

TIES = Table(
    "ties",
    Label("Relaties", "Ties"),
    Label("een paar mensen rond de cliënt", "a pair of people around the client"),
    (
        _client(),
        _member("source", "persoon 1", "source", "De ene persoon.", "The one person."),
        _member("target", "persoon 2", "target", "De andere persoon.", "The other person."),
        _code(
            "kind",
            codes.TIE_KIND,
            Label("soort relatie", "kind of tie"),
            Label(
                "Kennen ze elkaar, stemmen ze af over de cliënt, of is er spanning?",
                "Do they know each other, coordinate about the client, or is there tension?",
            ),
            required=True,
            default="coordinates",
        ),
        _code(
            "present",
            codes.TIE_PRESENT,
            Label("aanwezig", "present"),
            Label(
                "ja, nee, onbekend, of niet gewenst door de cliënt.",
                "yes, no, unknown, or not wanted by the client.",
            ),
            default="yes",
        ),
        Field(
            "strength",
            _NUMBER,
            Label("sterkte", "strength"),
            Label("Hoe sterk, van 0 tot 1.", "How strong, from 0 to 1."),
            low=0,
            high=1,
        ),
    ),
    key=("client", "source", "target", "kind"),
)

NEEDS = Table(
    "needs",
    Label("Behoeften", "Needs"),
    Label("een leefgebied van een cliënt", "a life domain of a client"),
    (
        _client(),
        _domain(),
        Field(
            "need",
            _NUMBER,
            Label("behoefte", "need"),
            Label(
                "Hoeveel steun nodig is: 0 geen, 1 licht, 2 flink, 3 intensief. Leeg: niet besproken.",
                "How much support is needed: 0 none, 1 light, 2 substantial, 3 intensive. Blank: not discussed.",
            ),
            low=0,
        ),
        _rating(
            "client_rating",
            "oordeel cliënt",
            "client rating",
            "Is deze behoefte volgens de cliënt vervuld?",
            "Is this need met, according to the client?",
        ),
        _rating(
            "professional_rating",
            "oordeel professional",
            "professional rating",
            "Is deze behoefte volgens de professional vervuld?",
            "Is this need met, according to the professional?",
        ),
        Field(
            "priority",
            _NUMBER,
            Label("gewicht", "priority"),
            Label("Hoe zwaar dit leefgebied telt voor de cliënt.", "How much this domain matters to the client."),
            low=0,
        ),
        _code(
            "wanted_kind",
            codes.KIND,
            Label("gewenste soort", "wanted kind"),
            Label("Van wie de cliënt deze steun graag krijgt.", "From whom the client would like this support."),
        ),
        _code(
            "wanted_type",
            codes.SUPPORT_TYPE,
            Label("gewenste steun", "wanted type"),
            Label("Welke steun de cliënt graag krijgt.", "Which support the client would like."),
        ),
        _start("Vanaf wanneer deze behoefte er is.", "Since when this need exists."),
        _end("Tot wanneer deze behoefte er is.", "Until when this need exists."),
    ),
    key=("client", "domain"),
)

SUPPORTS = Table(
    "supports",
    Label("Steun", "Support"),
    Label("iemand steunt op een leefgebied", "somebody supports in a life domain"),
    (
        _client(),
        _member("member", "persoon", "member", "Wie de steun geeft.", "Who gives the support."),
        _domain(),
        _code(
            "type",
            codes.SUPPORT_TYPE,
            Label("soort steun", "type of support"),
            Label("Wat voor steun het is.", "What sort of support it is."),
        ),
        Field(
            "amount",
            _NUMBER,
            Label("hoeveel", "amount"),
            Label(
                "Hoeveel steun, in dezelfde schaal als de behoefte: 0,5, 1, 2 of 3.",
                "How much support, in the same scale as the need: 0.5, 1, 2 or 3.",
            ),
        ),
        _code(
            "status",
            codes.SUPPORT_STATUS,
            Label("status", "status"),
            Label(
                "Gebeurt het, is het gepland, gestopt of geweigerd?",
                "Is it happening, planned, ended or refused?",
            ),
            required=True,
            default="happening",
        ),
        _code(
            "direction",
            codes.DIRECTION,
            Label("richting", "direction"),
            Label("Wie steunt wie?", "Who supports whom?"),
            default="to_client",
        ),
        _flag(
            "backup",
            "achtervang",
            "backup",
            "Is dit steun voor als het misgaat (achtervang)?",
            "Is this support kept for when things go wrong (backup)?",
        ),
        _flag(
            "intended",
            "dit wil ik zo",
            "intended",
            "Zegt de cliënt: dit wil ik zo, ook als meer mensen hetzelfde doen?",
            "Does the client say: this is how I want it, even if several people do the same?",
        ),
        _start("Vanaf wanneer de steun er is.", "Since when the support is there."),
        _end(
            "Tot wanneer de steun er is (die dag niet meer).",
            "Until when the support is there (that day excluded).",
        ),
    ),
    key=("client", "member", "domain", "type", "start"),
)

GOALS = Table(
    "goals",
    Label("Doelen", "Goals"),
    Label("een doel van de cliënt", "a goal of the client"),
    (
        _client(),
        Field(
            "goal",
            _TEXT,
            Label("doel", "goal"),
            Label("Nummer of code van het doel.", "Number or code of the goal."),
            required=True,
        ),
        _domain(required=False),
        _code(
            "recovery",
            codes.RECOVERY,
            Label("hersteldimensie", "recovery dimension"),
            Label("Bij welke kant van herstel het doel hoort.", "Which side of recovery the goal belongs to."),
        ),
        _code(
            "term",
            codes.TERM,
            Label("termijn", "term"),
            Label("Korte of lange termijn.", "Short or long term."),
        ),
        Field(
            "author",
            _TEXT,
            Label("bedacht door", "author"),
            Label("Wie het doel formuleerde.", "Who worded the goal."),
        ),
        Field(
            "wording",
            _TEXT,
            Label("doel in eigen woorden", "wording"),
            Label("Het doel in de woorden van de cliënt.", "The goal in the client's words."),
        ),
        Field(
            "owners",
            _TEXT,
            Label("wie doet wat", "owners"),
            Label(
                "Personen die eraan werken, gescheiden door een puntkomma.",
                "People who work on it, separated by a semicolon.",
            ),
        ),
        Field(
            "due",
            _DATE,
            Label("klaar op", "due"),
            Label("Wanneer het doel klaar moet zijn.", "When the goal should be reached."),
        ),
        _code(
            "status",
            codes.GOAL_STATUS,
            Label("stand", "status"),
            Label("Hoe het ervoor staat.", "How it stands."),
        ),
    ),
    key=("client", "goal"),
)

THEMES = Table(
    "themes",
    Label("Netwerkintake", "Network intake"),
    Label("een thema van de netwerkintake", "a theme of the network intake"),
    (
        _client(),
        Field(
            "theme",
            _TEXT,
            Label("thema", "theme"),
            Label("Het thema in eigen woorden.", "The theme in own words."),
            required=True,
        ),
        _domain(required=False),
        Field(
            "helping",
            _INTEGER,
            Label("helpt", "helping"),
            Label("Hoeveel dit helpt, 0 tot 3.", "How much this helps, 0 to 3."),
            low=0,
            high=3,
        ),
        Field(
            "hindering",
            _INTEGER,
            Label("zit in de weg", "hindering"),
            Label("Hoeveel dit in de weg zit, 0 tot 3.", "How much this is in the way, 0 to 3."),
            low=0,
            high=3,
        ),
        _flag(
            "change_wanted",
            "wil ik veranderen",
            "change wanted",
            "Wil de cliënt hier iets veranderen?",
            "Does the client want change here?",
        ),
    ),
    key=("client", "theme"),
)

MEETINGS = Table(
    "meetings",
    Label("Bijeenkomsten", "Meetings"),
    Label("een bijeenkomst van de resourcegroep", "a meeting of the resource group"),
    (
        _client(),
        Field(
            "meeting",
            _TEXT,
            Label("bijeenkomst", "meeting"),
            Label("Nummer of code.", "Number or code."),
            required=True,
        ),
        Field(
            "date",
            _DATE,
            Label("datum", "date"),
            Label("De dag van de bijeenkomst.", "The day of the meeting."),
            required=True,
        ),
        Field(
            "chair",
            _TEXT,
            Label("voorzitter", "chair"),
            Label(
                "Wie voorzat; 'cliënt' als de cliënt dat zelf deed.",
                "Who chaired; 'client' if the client did.",
            ),
        ),
    ),
    key=("client", "meeting"),
)

ATTENDANCE = Table(
    "attendance",
    Label("Aanwezigheid", "Attendance"),
    Label("iemand bij een bijeenkomst", "somebody at a meeting"),
    (
        _client(),
        Field(
            "meeting",
            _TEXT,
            Label("bijeenkomst", "meeting"),
            Label("Nummer of code van de bijeenkomst.", "Number or code of the meeting."),
            required=True,
            refers="meetings",
        ),
        _member("member", "persoon", "member", "Wie.", "Who."),
        _flag("present", "aanwezig", "present", "Was deze persoon erbij?", "Was this person there?"),
    ),
    key=("client", "meeting", "member"),
)

CONTACTS = Table(
    "contacts",
    Label("Contactmomenten", "Contacts"),
    Label("een contact op een dag", "a dated contact"),
    (
        _client(),
        _member("member", "persoon", "member", "Met wie het contact was.", "With whom the contact was."),
        Field(
            "date",
            _DATE,
            Label("datum", "date"),
            Label("De dag van het contact.", "The day of the contact."),
            required=True,
        ),
        _domain(required=False),
    ),
    key=(),
)

CONSENTS = Table(
    "consents",
    Label("Toestemming", "Consent"),
    Label("wat met wie gedeeld mag worden", "what may be shown to whom"),
    (
        _client(),
        _member("member", "persoon", "member", "Met wie gedeeld mag worden.", "With whom may be shared."),
        _domain(required=False),
        Field("purpose", _TEXT, Label("doel van delen", "purpose"), Label("Waarvoor.", "What for.")),
        Field(
            "until",
            _DATE,
            Label("tot en met", "until"),
            Label("Tot wanneer de toestemming geldt.", "Until when the consent holds."),
        ),
    ),
    key=("client", "member", "domain", "purpose"),
)

CASELOAD = Schema(
    "caseload",
    (CLIENTS, MEMBERS, TIES, NEEDS, SUPPORTS, GOALS, THEMES, MEETINGS, ATTENDANCE, CONTACTS, CONSENTS),
)
