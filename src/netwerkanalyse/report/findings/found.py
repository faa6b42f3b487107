"""How a finding gets its words."""

from collections.abc import Sequence

from netwerkanalyse.report.document import Finding, Number, Tone
from netwerkanalyse.report.evidence import Evidence
from netwerkanalyse.report.writing import capital
from netwerkanalyse.texts import plural, text


def found(
    evidence: Evidence,
    code: str,
    tone: Tone,
    numbers: Sequence[Number],
    *,
    domain: str = "",
    people: Sequence[str] = (),
    **values: object,
) -> Finding:
    """Make a finding from its code and its numbers.

    Parameters
    ----------
    evidence
        One client.
    code
        Key of the texts: ``findings.<code>.title``, ``.sentence`` and ``.why``.
    tone
        How it is meant.
    numbers
        What it rests on.
    domain
        The life domain it is about; available to the texts as ``{domain}`` and, with a capital, ``{Domain}``.
    people
        Codes of the people it is about; available to the texts as ``{people}``.
    **values
        More values for the texts.

    Returns
    -------
    finding
        With its words.
    """
    if domain:
        values["domain"] = evidence.domain(domain)
        values["Domain"] = capital(evidence.domain(domain))
    if people:
        values["people"] = evidence.people(list(people))
    title, sentence, why = (
        text(f"findings.{code}.{part}", evidence.lang, **values) for part in ("title", "sentence", "why")
    )
    names = tuple(evidence.names[one] for one in people)
    return Finding(code, tone, title, sentence, why, tuple(numbers), domain, names)


def as_far_as_known(evidence: Evidence, pairs: int, why: str = "not_known") -> dict[str, str]:
    """Give the words ``known`` and ``unknown`` of a finding that pairs nobody knows about could change.

    Parameters
    ----------
    evidence
        One client.
    pairs
        Of how many pairs it is not known whether they coordinate.
    why
        Key of the sentence about them.

    Returns
    -------
    words
        "as far as is known", and a sentence for the reasons; both blank when everything is known.
    """
    if not pairs:
        return {"known": "", "unknown": ""}
    said = plural("report.pairs", pairs, evidence.lang)
    return {
        "known": text("findings.known", evidence.lang),
        "unknown": " " + text(f"findings.{why}", evidence.lang, pairs=said),
    }
