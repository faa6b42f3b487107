"""What is agreed and what happened: goals, intake themes, meetings, contacts, consents, answers to proposals."""

from netwerkanalyse.model import vocabulary as codes
from netwerkanalyse.model.codes import Label
from netwerkanalyse.model.columns import client, code, day, domain, flag, someone, text, whole
from netwerkanalyse.model.fields import Table

GOALS = Table(
    "goals",
    Label("Doelen", "Goals"),
    Label("een doel van de cliënt", "a goal of the client"),
    (
        client(),
        text("goal", "doel", "goal", "Nummer of code van het doel.", "Number or code of the goal.", required=True),
        domain(required=False),
        code(
            "recovery",
            "hersteldimensie",
            "recovery dimension",
            "Bij welke kant van herstel het doel hoort.",
            "Which side of recovery the goal belongs to.",
            codes=codes.RECOVERY,
        ),
        code("term", "termijn", "term", "Korte of lange termijn.", "Short or long term.", codes=codes.TERM),
        text("author", "bedacht door", "author", "Wie het doel formuleerde.", "Who worded the goal."),
        text(
            "wording",
            "doel in eigen woorden",
            "wording",
            "Het doel in de woorden van de cliënt.",
            "The goal in the client's words.",
        ),
        text(
            "owners",
            "wie doet wat",
            "owners",
            "Personen die eraan werken, gescheiden door een puntkomma.",
            "People who work on it, separated by a semicolon.",
        ),
        day("due", "klaar op", "due", "Wanneer het doel klaar moet zijn.", "When the goal should be reached."),
        code("status", "stand", "status", "Hoe het ervoor staat.", "How it stands.", codes=codes.GOAL_STATUS),
    ),
    key=("client", "goal"),
)

THEMES = Table(
    "themes",
    Label("Netwerkintake", "Network intake"),
    Label("een thema van de netwerkintake", "a theme of the network intake"),
    (
        client(),
        text("theme", "thema", "theme", "Het thema in eigen woorden.", "The theme in own words.", required=True),
        domain(required=False),
        whole(
            "helping", "helpt", "helping", "Hoeveel dit helpt, 0 tot 3.", "How much this helps, 0 to 3.", low=0, high=3
        ),
        whole(
            "hindering",
            "zit in de weg",
            "hindering",
            "Hoeveel dit in de weg zit, 0 tot 3.",
            "How much this is in the way, 0 to 3.",
            low=0,
            high=3,
        ),
        flag(
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
        client(),
        text("meeting", "bijeenkomst", "meeting", "Nummer of code.", "Number or code.", required=True),
        day("date", "datum", "date", "De dag van de bijeenkomst.", "The day of the meeting.", required=True),
        text(
            "chair",
            "voorzitter",
            "chair",
            "Wie voorzat; 'cliënt' als de cliënt dat zelf deed.",
            "Who chaired; 'client' if the client did.",
        ),
    ),
    key=("client", "meeting"),
)

ATTENDANCE = Table(
    "attendance",
    Label("Aanwezigheid", "Attendance"),
    Label("iemand bij een bijeenkomst", "somebody at a meeting"),
    (
        client(),
        text(
            "meeting",
            "bijeenkomst",
            "meeting",
            "Nummer of code van de bijeenkomst.",
            "Number or code of the meeting.",
            required=True,
            refers="meetings",
        ),
        someone("member", "persoon", "member", "Wie.", "Who."),
        flag("present", "aanwezig", "present", "Was deze persoon erbij?", "Was this person there?"),
    ),
    key=("client", "meeting", "member"),
)

CONTACTS = Table(
    "contacts",
    Label("Contactmomenten", "Contacts"),
    Label("een contact op een dag", "a dated contact"),
    (
        client(),
        someone("member", "persoon", "member", "Met wie het contact was.", "With whom the contact was."),
        day("date", "datum", "date", "De dag van het contact.", "The day of the contact.", required=True),
        domain(required=False),
    ),
    key=(),
)

CONSENTS = Table(
    "consents",
    Label("Toestemming", "Consent"),
    Label("wat met wie gedeeld mag worden", "what may be shown to whom"),
    (
        client(),
        someone("member", "persoon", "member", "Met wie gedeeld mag worden.", "With whom may be shared."),
        domain(required=False),
        text("purpose", "doel van delen", "purpose", "Waarvoor.", "What for."),
        day("until", "tot en met", "until", "Tot wanneer de toestemming geldt.", "Until when the consent holds."),
    ),
    key=("client", "member", "domain", "purpose"),
)

ANSWERS = Table(
    "answers",
    Label("Antwoorden", "Answers"),
    Label("een antwoord van de cliënt op een voorstel", "an answer of the client to a proposal"),
    (
        client(),
        text(
            "proposal",
            "voorstel",
            "proposal",
            "De code die bij het voorstel staat.",
            "The code that stands with the proposal.",
            required=True,
        ),
        code(
            "answer",
            "antwoord",
            "answer",
            "Wat de cliënt ervan vindt: akkoord, niet akkoord of later.",
            "What the client thinks of it: agreed, not agreed or later.",
            codes=codes.ANSWER,
        ),
        text(
            "reason",
            "reden",
            "reason",
            "Waarom, in eigen woorden. Mag leeg blijven.",
            "Why, in own words. May stay blank.",
        ),
        day("date", "datum", "date", "De dag van het antwoord.", "The day of the answer."),
        text(
            "grounds",
            "gronden",
            "grounds",
            "De cijfers waarop het voorstel rustte; die vult het programma in.",
            "The numbers the proposal rested on; the program fills them in.",
        ),
    ),
    key=("client", "proposal"),
)
