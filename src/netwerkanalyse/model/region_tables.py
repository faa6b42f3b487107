"""The tables of a region: every column, once. Blank is "not asked" everywhere."""

from netwerkanalyse.model import region_vocabulary as region_codes
from netwerkanalyse.model import vocabulary as codes
from netwerkanalyse.model.codes import Label
from netwerkanalyse.model.columns import code, day, flag, number, several, text, whole
from netwerkanalyse.model.fields import Field, Schema, Table
from netwerkanalyse.model.service_tables import AREA_NEEDS, AREAS, SERVICES, TRAVEL


def _organisation(name: str, nl: str, en: str, meaning_nl: str, meaning_en: str) -> Field:
    return text(name, nl, en, meaning_nl, meaning_en, required=True, refers="organisations")


def _evidence() -> Field:
    return text("evidence", "bron", "evidence", "Waar dit staat of wie het zei.", "Where this stands or who said it.")


def _note() -> Field:
    return text("note", "opmerking", "note", "Wat erbij gezegd moet worden.", "What must be said with it.")


ORGANISATIONS = Table(
    "organisations",
    Label("Organisaties", "Organisations"),
    Label("een organisatie, team, programma of overleg", "an organisation, team, programme or body"),
    (
        text(
            "organisation",
            "organisatie",
            "organisation",
            "Korte code; dezelfde als bij Personen.",
            "Short code; the same as under People.",
            required=True,
        ),
        text("name", "naam", "name", "De volledige naam.", "The full name."),
        code(
            "type",
            "soort",
            "type",
            "Wat voor iets het is.",
            "What sort of thing it is.",
            codes=region_codes.ORGANISATION_TYPE,
        ),
        code("sector", "sector", "sector", "De sector.", "The sector.", codes=codes.SECTOR),
        several(
            "laws", "wetten", "laws", "De wetten waaruit betaald wordt.", "The laws it is paid by.", codes=codes.LAW
        ),
        text(
            "parent",
            "onderdeel van",
            "part of",
            "De organisatie waar dit bij hoort.",
            "The organisation this belongs to.",
            refers="organisations",
        ),
        several("areas", "gebieden", "areas", "Waar deze organisatie werkt.", "Where this organisation works."),
        flag(
            "autonomous",
            "zelfstandig",
            "autonomous",
            "Beslist deze organisatie zelf? Teams en programma's doen dat meestal niet.",
            "Does this organisation decide for itself? Teams and programmes usually do not.",
        ),
        number(
            "coordination_capacity",
            "fte coördinatie",
            "coordination capacity",
            "Voltijdsbanen voor coördinatie van het netwerk.",
            "Full-time jobs for coordinating the network.",
            low=0,
        ),
        flag(
            "willing",
            "wil leiden",
            "willing to lead",
            "Wil deze organisatie het netwerk leiden?",
            "Is this organisation willing to lead the network?",
        ),
        _evidence(),
        _note(),
    ),
    key=("organisation",),
    attributes=True,
)

LAYERS = Table(
    "layers",
    Label("Lagen", "Layers"),
    Label("een laag van samenwerking: wat erover gevraagd is", "a layer of collaboration: what was asked about it"),
    (
        code("layer", "laag", "layer", "Het soort band.", "The kind of tie.", codes=region_codes.LAYER, required=True),
        code(
            "pairs_asked",
            "gevraagde paren",
            "pairs asked",
            "'alle paren': wat niet genoemd is, is er niet. 'alleen genoemde paren': van de rest weten we het niet. "
            "Gaf een organisatie geen antwoord? Eén rij van haar met 'niet gereageerd', en de rest blijft onbekend.",
            "'all pairs': what is not listed is not there. 'listed pairs only': about the rest we do not know. "
            "Did an organisation give no answer? One row from it with 'no response', and the rest stays unknown.",
            codes=codes.PAIRS_ASKED,
        ),
        _note(),
    ),
    key=("layer",),
)

COLLABORATIONS = Table(
    "collaborations",
    Label("Samenwerking", "Collaboration"),
    Label("een band tussen twee organisaties in één laag", "a tie between two organisations in one layer"),
    (
        _organisation(
            "source", "van", "source", "Wie verwijst, vertrouwt, betaalt ...", "Who refers, trusts, pays ..."
        ),
        _organisation("target", "naar", "target", "Naar of met wie.", "To or with whom."),
        code("layer", "laag", "layer", "Het soort band.", "The kind of tie.", codes=region_codes.LAYER, required=True),
        number(
            "value",
            "waarde",
            "value",
            "Aantal, cijfer of trede, als die bekend is.",
            "Number, score or rung, if it is known.",
            low=0,
        ),
        code(
            "present",
            "aanwezig",
            "present",
            "ja, nee, onbekend, of niet gereageerd.",
            "yes, no, unknown, or no response.",
            codes=region_codes.COLLABORATION_PRESENT,
            default="yes",
        ),
        day("since", "sinds", "since", "Sinds wanneer.", "Since when."),
        day("until", "tot", "until", "Tot wanneer.", "Until when."),
        text(
            "respondent",
            "ingevuld door",
            "respondent",
            "De organisatie die dit zei.",
            "The organisation that said so.",
            refers="organisations",
        ),
        _evidence(),
        _note(),
    ),
    key=("source", "target", "layer", "respondent"),
)

AFFILIATIONS = Table(
    "affiliations",
    Label("Deelname", "Affiliations"),
    Label("een organisatie doet mee in een initiatief", "an organisation takes part in an initiative"),
    (
        _organisation("organisation", "organisatie", "organisation", "Wie meedoet.", "Who takes part."),
        _organisation("initiative", "initiatief", "initiative", "Waarin.", "In what."),
        text(
            "role", "rol", "role", "Als wat: oprichter, partner, locatie ...", "As what: founder, partner, location ..."
        ),
        text("period", "periode", "period", "Wanneer, zoals de bron het zegt.", "When, as the source says it."),
        _evidence(),
        _note(),
    ),
    key=("organisation", "initiative", "role"),
)

RATINGS = Table(
    "ratings",
    Label("Oordelen", "Ratings"),
    Label("een organisatie over een andere", "an organisation about another"),
    (
        _organisation("rater", "wie oordeelt", "rater", "Wie het cijfer geeft.", "Who gives the score."),
        _organisation("rated", "over wie", "rated", "Wie het cijfer krijgt.", "Who gets the score."),
        code(
            "item",
            "onderdeel",
            "item",
            "Waarover het cijfer gaat.",
            "What the score is about.",
            codes=region_codes.RATING_ITEM,
            required=True,
        ),
        whole("score", "cijfer", "score", "1 (niet) tot 4 (sterk).", "1 (not) to 4 (strongly).", low=1, high=4),
    ),
    key=("rater", "rated", "item"),
)

GOAL_RATINGS = Table(
    "goal_ratings",
    Label("Netwerkdoelen", "Network goals"),
    Label("hoe belangrijk een organisatie een netwerkdoel vindt", "how much an organisation backs a network goal"),
    (
        _organisation("organisation", "organisatie", "organisation", "Wie.", "Who."),
        text("goal", "doel", "goal", "Het netwerkdoel.", "The network goal.", required=True),
        number("score", "cijfer", "score", "Hoe belangrijk.", "How important.", low=0),
    ),
    key=("organisation", "goal"),
)

REFERRALS = Table(
    "referrals",
    Label("Verwijzingen", "Referrals"),
    Label("een verwijzing op een dag", "a dated referral"),
    (
        day("date", "datum", "date", "De dag van verwijzing.", "The day of referral.", required=True),
        _organisation("source", "van", "source", "Wie verwees.", "Who referred."),
        _organisation("target", "naar", "target", "Naar wie.", "To whom."),
        text("case", "zaak", "case", "Pseudoniem van de zaak, als die bekend is.", "Pseudonym of the case, if known."),
        day(
            "first_contact",
            "eerste contact",
            "first contact",
            "De dag van het eerste contact.",
            "The day of first contact.",
        ),
        code(
            "outcome",
            "afloop",
            "outcome",
            "Wat ervan kwam.",
            "What came of it.",
            codes=region_codes.REFERRAL_OUTCOME,
        ),
    ),
    key=(),
)

REGION = Schema(
    "region",
    (
        ORGANISATIONS,
        LAYERS,
        COLLABORATIONS,
        AFFILIATIONS,
        SERVICES,
        AREAS,
        AREA_NEEDS,
        TRAVEL,
        RATINGS,
        GOAL_RATINGS,
        REFERRALS,
    ),
)
