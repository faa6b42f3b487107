"""What no proposal goes against: what is refused, safety, consent, what people can give, whom a service is for.

A limit says of a draft: True when it goes against it, False when it keeps within, None when it has nothing to do with
it. What is not known is no reason to drop a service (it is told as an unknown), but nobody is asked for support of whom
it is not known what they can give.
"""

from collections.abc import Callable
from dataclasses import dataclass

from netwerkanalyse.recommend.fitting import Fit
from netwerkanalyse.recommend.proposal import Draft
from netwerkanalyse.recommend.situation import Situation
from netwerkanalyse.recommend.social_map import Service


@dataclass(frozen=True)
class Limit:
    """A limit.

    Parameters
    ----------
    name
        Its name; words stand in the texts under ``proposals.limit.<name>``.
    broken
        Tells of a draft whether it goes against the limit.
    private
        Whether it is never told that something was dropped for it, because that would show whom it is about.
    reach
        Whether it decides if a service can be reached (gap G10).
    """

    name: str
    broken: Callable[[Situation, Draft], bool | None]
    private: bool = False
    reach: bool = False


def off_limits(situation: Situation, draft: Draft) -> bool | None:
    """Nobody the client refuses, and nobody who is not safe, is ever asked or brought into contact."""
    people = _people(draft)
    return any(situation.by_code[code].off_limits for code in people) if people else None


def refused_support(situation: Situation, draft: Draft) -> bool | None:
    """Support that was refused is not proposed again from the same person or organisation."""
    involved = draft.involved
    if not involved.asked and involved.service is None:
        return None
    refused = [row.member for row in situation.supports if row.status == "refused" and row.domain == involved.domain]
    if involved.service is None:
        return involved.asked in refused
    return involved.service.organisation in {situation.by_code[code].organisation for code in refused}


def unwanted_contact(situation: Situation, draft: Draft) -> bool | None:
    """Nobody meets whom the client does not want to meet."""
    meet = draft.involved.meet
    return any(pair in situation.unwanted for pair in meet) if meet else None


def tension(situation: Situation, draft: Draft) -> bool | None:
    """People between whom there is tension are not brought together."""
    meet = draft.involved.meet
    return any(pair in situation.tension for pair in meet) if meet else None


def consent(situation: Situation, draft: Draft) -> bool | None:
    """Where the client records consents, people are only brought together who have one for what it is about."""
    meet = draft.involved.meet
    if not meet or situation.consents is None:
        return None
    about = {"", draft.involved.domain}
    given = [situation.consents.get(code, frozenset()) for code in _people(draft)]
    return not all(domains & about or (domains and not draft.involved.domain) for domains in given)


def capacity_unknown(situation: Situation, draft: Draft) -> bool | None:
    """Nobody is asked of whom it is not known how much they can give."""
    return situation.by_code[draft.involved.asked].spare is None if draft.involved.asked else None


def capacity(situation: Situation, draft: Draft) -> bool | None:
    """Nobody is asked for more than they said they can give."""
    spare = situation.by_code[draft.involved.asked].spare if draft.involved.asked else None
    return None if spare is None else draft.involved.amount > spare


def burden(situation: Situation, draft: Draft) -> bool | None:
    """Nobody who is heavily burdened is asked for more."""
    if not draft.involved.asked:
        return None
    score = situation.by_code[draft.involved.asked].burden
    return score is not None and score >= situation.settings.cutoffs.heavy_burden


def area(situation: Situation, draft: Draft) -> bool | None:
    """A service is there where the client lives."""
    return _kept_apart("area", situation, draft)


def age(situation: Situation, draft: Draft) -> bool | None:
    """A service is for people of this age."""
    return _kept_apart("age", situation, draft)


def law(situation: Situation, draft: Draft) -> bool | None:
    """A service is paid under a law under which the client can get help."""
    return _kept_apart("law", situation, draft)


def language(situation: Situation, draft: Draft) -> bool | None:
    """A service speaks the language of the client."""
    return _kept_apart("language", situation, draft)


def places(_situation: Situation, draft: Draft) -> bool | None:
    """A service has places."""
    service = draft.involved.service
    return None if service is None or service.places is None else service.places <= 0


def waiting(situation: Situation, draft: Draft) -> bool | None:
    """A service is there within the longest wait that was set."""
    service = draft.involved.service
    if service is None or service.waiting_days is None:
        return None
    return service.waiting_days > situation.settings.longest_wait_days


def there_already(situation: Situation, draft: Draft) -> bool | None:
    """A service is not one that supports in this life domain already."""
    service = draft.involved.service
    if service is None:
        return None
    here = situation.supporters[draft.involved.domain]
    return service.organisation in {situation.by_code[code].organisation for code in here}


LIMITS = (
    Limit("off_limits", off_limits, private=True),
    Limit("tension", tension, private=True),
    Limit("unwanted_contact", unwanted_contact, private=True),
    Limit("refused_support", refused_support),
    Limit("consent", consent),
    Limit("capacity_unknown", capacity_unknown),
    Limit("capacity", capacity),
    Limit("burden", burden),
    Limit("there_already", there_already),
    Limit("area", area, reach=True),
    Limit("age", age, reach=True),
    Limit("law", law, reach=True),
    Limit("language", language, reach=True),
    Limit("places", places, reach=True),
    Limit("waiting", waiting, reach=True),
)
"""Every limit, in the order in which they are looked at; the first that is broken is the reason."""


def broken(situation: Situation, draft: Draft) -> Limit | None:
    """Return the first limit a draft goes against, None when it keeps within all."""
    return next((limit for limit in LIMITS if limit.broken(situation, draft)), None)


def out_of_reach(situation: Situation, draft: Draft) -> Limit | None:
    """Return the first limit that puts a service out of reach, None when it is within reach.

    A service that is there already, or that was refused, is within reach all the same.
    """
    return next((limit for limit in LIMITS if limit.reach and limit.broken(situation, draft)), None)


def respected(situation: Situation, draft: Draft) -> tuple[str, ...]:
    """Name the limits that have to do with a draft; those that would show whom they are about are left out."""
    return tuple(limit.name for limit in LIMITS if not limit.private and limit.broken(situation, draft) is not None)


def unknown_of(service: Service, situation: Situation) -> tuple[str, ...]:
    """Name what is not known about how a service fits a client."""
    unknown = [name for name in situation.fits if situation.fit(name, service) == Fit.UNKNOWN]
    blank = {"places": service.places is None, "waiting": service.waiting_days is None}
    return (*unknown, *(name for name, missing in blank.items() if missing))


def _kept_apart(criterion: str, situation: Situation, draft: Draft) -> bool | None:
    service = draft.involved.service
    fit = Fit.SILENT if service is None else situation.fit(criterion, service)
    return fit == Fit.BROKEN if fit in {Fit.KEEPS, Fit.BROKEN} else None


def _people(draft: Draft) -> frozenset[str]:
    asked = frozenset((draft.involved.asked,)) - {""}
    return asked.union(*draft.involved.meet)
