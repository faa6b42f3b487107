"""What a sociogram says in words: remarks beside a sector, what appears at a person, and the whole in sentences."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain

from netwerkanalyse.model.vocabulary import DOMAIN, KIND
from netwerkanalyse.report.sociogram.facts import Area, Facts, Layer, Overlap, Pair, Person, Supply
from netwerkanalyse.texts import listing, plural, text


@dataclass(frozen=True)
class Remark:
    """What stands out in a life domain; pressing when it asks for a conversation."""

    words: str
    pressing: bool


def remarks(area: Area, facts: Facts) -> tuple[Remark, ...]:
    """Say what stands out in a life domain: a gap, a shortage, a doublure, or that nobody asked."""
    lang = facts.lang
    said = []
    if area.state is Supply.SHORT:
        words = text(f"picture.supply.short.{facts.scale}", lang, supply=area.supply, need=area.need)
        said.append(Remark(words, pressing=True))
    elif area.state in {Supply.ABSENT, Supply.UNASKED, Supply.UNSURE}:
        words = text(f"picture.supply.{area.state.value}", lang)
        said.append(Remark(words, pressing=area.state is Supply.ABSENT))
    if area.experienced:
        said.append(Remark(text("picture.experienced", lang), pressing=True))
    if area.overlap is not Overlap.NONE:
        pressing = area.overlap in {Overlap.DOUBLURE, Overlap.POSSIBLE}
        said.append(Remark(text(f"picture.overlap.{area.overlap.value}", lang), pressing))
    return tuple(said)


def about(person: Person, facts: Facts) -> str:
    """Say in one line who somebody is."""
    lang = facts.lang
    parts = [kind(person, lang), person.role, person.organisation, circle(person, lang)]
    if person.domains:
        parts.append(text("picture.supports_in", lang, domains=domains(person, lang)))
    parts += marks(person, lang)
    return f"{person.label}: {', '.join(part for part in parts if part)}"


def kind(person: Person, lang: str) -> str:
    """Name the kind of a person."""
    return text(f"picture.kind.{person.kind or 'unknown'}", lang)


def circle(person: Person, lang: str) -> str:
    """Name how close a person is."""
    return text(f"picture.circle.{person.circle or 'unknown'}", lang)


def domains(person: Person, lang: str) -> str:
    """Name the life domains a person supports in."""
    return listing([DOMAIN.label(domain, lang) for domain in person.domains], lang)


def marks(person: Person, lang: str) -> list[str]:
    """Name what is marked at a person's shape."""
    shown = {
        "nominated": person.nominated,
        "activatable": person.activatable,
        "hindering": bool(person.hindering),
        "unwanted": person.unwanted,
        "unsafe": person.unsafe,
    }
    return [text(f"picture.mark.{name}", lang) for name, there in shown.items() if there]


def amount(value: float | None, facts: Facts) -> str:
    """Say an amount of need or support on the scale of the client."""
    if value is None:
        return text("picture.amount.unknown", facts.lang)
    return text(f"picture.amount.{facts.scale}", facts.lang, amount=value)


def supporters(area: Area, facts: Facts) -> str:
    """Name who supports in a life domain."""
    return listing([person.label for person in facts.people if area.domain in person.domains], facts.lang)


def between(pair: Pair, facts: Facts) -> str:
    """Say in one line what is between two people."""
    a, b = facts.people[pair.a].label, facts.people[pair.b].label
    return text(f"picture.between.{pair.layer.value}", facts.lang, a=a, b=b)


def description(facts: Facts) -> str:
    """Say in a few sentences what the picture shows, for who cannot see it."""
    ties = sum(pair.layer is Layer.COORDINATES for pair in facts.pairs)
    return " ".join([_people(facts), plural("picture.ties", ties, facts.lang), *attention(facts)])


def attention(facts: Facts) -> list[str]:
    """List what deserves a conversation, a sentence each; what is not known comes last."""
    said = [*_about_areas(facts)]
    said += [between(pair, facts) for pair in facts.pairs if pair.layer is Layer.TENSION]
    if facts.missing:
        said.append(plural("picture.attention.missing", len(facts.missing), facts.lang))
    return [*said, *unknown(facts)]


def unknown(facts: Facts) -> Iterator[str]:
    """Say what nobody asked."""
    lang = facts.lang
    unasked = [area.label for area in facts.areas if area.state is Supply.UNASKED]
    if unasked:
        yield text("picture.attention.unasked", lang, domains=listing(unasked, lang))
    if facts.unlisted:
        yield text("picture.attention.unlisted", lang, domains=listing(list(facts.unlisted), lang))
    if facts.unknown_pairs:
        yield plural("picture.unknown_pairs", facts.unknown_pairs, lang)


def _about_areas(facts: Facts) -> Iterator[str]:
    lang = facts.lang
    for area in facts.gaps:
        key = "absent" if area.state is Supply.ABSENT else f"short.{facts.scale}"
        yield text(f"picture.attention.{key}", lang, domain=area.label, supply=area.supply, need=area.need)
    for area in facts.areas:
        if area.experienced:
            yield text("picture.attention.experienced", lang, domain=area.label)
    for area in facts.doubles:
        people = listing([facts.people[one].label for one in sorted(chain(*area.doubling))], lang)
        yield text(f"picture.attention.{area.overlap.value}", lang, domain=area.label, people=people)


def _people(facts: Facts) -> str:
    """Count the people by kind."""
    lang = facts.lang
    around = [person for person in facts.people if not person.activatable]
    counts = [
        plural(f"picture.count.{name}", count, lang)
        for name in (*KIND.names, "unknown")
        if (count := sum((person.kind or "unknown") == name for person in around))
    ]
    if not counts:
        return text("picture.nobody", lang)
    return text("picture.around", lang, people=listing(counts, lang))
