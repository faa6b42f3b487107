"""Which sorts of people could support in a life domain, in the order in which those that do as much are proposed."""

from netwerkanalyse.recommend.situation import Need, Situation

NEAR = ("informal", "peer")
"""Who is close to ordinary life; formal help comes behind them."""

SORTS = (*NEAR, "formal")

LACKING = ("gap_absent", "gap_short", "gap_wrong_type")
"""The gaps for which a sort of person is looked for where the client wishes no kind."""


def sorts(situation: Situation, need: Need) -> tuple[str, ...]:
    """List the sorts of people who could give what is wanted in a life domain.

    Treatment comes from professionals. Otherwise naasten and peers come first: of these the kind the client wishes more
    often elsewhere, and where that says nothing each in turn, domain by domain, so that neither always stands behind.

    Parameters
    ----------
    situation
        The client.
    need
        The life domain.

    Returns
    -------
    sorts
        Kinds of people, the one to propose first in front.
    """
    if treated(need.wanted_type, need.wanted_kind):
        return ("formal",)
    return (*_near(situation, need), "formal")


def treated(wanted_type: str, wanted_kind: str) -> bool:
    """Tell whether treatment is wanted that only a professional can give; a wish is blank where there is none."""
    return wanted_type == "treatment" and wanted_kind in {"", "formal"}


def _near(situation: Situation, need: Need) -> tuple[str, ...]:
    wished = [other.wanted_kind for other in situation.needs.values()]
    lead = wished.count("informal") - wished.count("peer")
    if lead:
        return NEAR if lead > 0 else NEAR[::-1]
    open_ = [one.domain for one in situation.needs.values() if not one.wanted_kind and any(map(one.holds, LACKING))]
    return NEAR[::-1] if need.domain in open_ and open_.index(need.domain) % 2 else NEAR
