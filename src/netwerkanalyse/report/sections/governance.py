"""Which form of governance fits a network, with the table that explains it, questions, and who could lead."""

from collections.abc import Mapping
from math import isnan

import pandas as pd

from netwerkanalyse.recommend.governing.advice import Advice
from netwerkanalyse.recommend.governing.candidates import Candidates
from netwerkanalyse.recommend.governing.conditions import FORMS, READINGS, Part, described, shape
from netwerkanalyse.recommend.governing.criteria import CRITERIA
from netwerkanalyse.recommend.governing.inputs import ITEMS, Input
from netwerkanalyse.recommend.governing.wording import (
    form_name,
    questions,
    remarks,
    sentence,
    triggers,
    written_range,
)
from netwerkanalyse.report.document import (
    Block,
    Column,
    Definition,
    Definitions,
    Figure,
    Format,
    Missing,
    Notice,
    Paragraph,
    Section,
    TableBlock,
    Value,
)
from netwerkanalyse.report.pictures.governance import describe, governance_svg
from netwerkanalyse.report.sections.titled import titled
from netwerkanalyse.report.writing import capital
from netwerkanalyse.texts import listing, number, text


def section(advice: Advice, lang: str) -> Section:
    """Say which form fits, how sure that is, and lay out everything it rests on.

    Parameters
    ----------
    advice
        The advice.
    lang
        Language of the report.

    Returns
    -------
    section
        Limits of the advice first, then the advice, the picture and the tables.
    """
    blocks: list[Block] = [
        Notice(text("governance.proposes", lang)),
        Notice(text("governance.unverified", lang)),
        *(Paragraph(said) for said in (sentence(advice, lang), *remarks(advice, lang))),
        Figure(governance_svg(advice, lang=lang), text("picture.governance.caption", lang), describe(advice, lang)),
        _inputs(advice, lang),
        _table(advice, lang),
        *([_certainty(advice, lang), _deciding(advice, lang)] if advice.shares else []),
        Definitions(
            text("governance.block.triggers", lang),
            tuple(Definition(str(place), said) for place, said in enumerate(triggers(advice, lang), start=1)),
        ),
        _explained("reading", READINGS, lang),
        _explained("item", ITEMS, lang),
        _cutoffs(advice, lang),
    ]
    return titled("governance", lang, tuple(blocks))


def questions_section(lang: str) -> Section:
    """Give the questions about every form, to talk about."""
    columns = _columns(("tension", "question"), lang)
    blocks = tuple(
        TableBlock(
            text("governance.block.questions", lang, form=form_name(form, lang)),
            columns,
            questions(form, lang),
        )
        for form in FORMS
    )
    return titled("governance_questions", lang, blocks)


def candidates_section(candidates: Candidates, lang: str, named: Mapping[str, str] | None = None) -> Section:
    """Lay organisations that could lead side by side, with the share in which each comes first.

    Parameters
    ----------
    candidates
        Who could lead.
    lang
        Language of the report.
    named
        What organisations are called, by code; without it, their codes stand there.

    Returns
    -------
    section
        A row an organisation, in the order of the table of organisations.
    """
    said: list[Block] = [Notice(text("governance.proposes", lang))]
    table, called = candidates.table, named or {}
    if table.empty:
        return titled("lead_candidates", lang, (*said, Notice(text("governance.nobody", lang))))
    asked = [name for name in CRITERIA if name not in candidates.not_asked]
    shares = [name for name in table if name.startswith("first") and table[name].notna().any()]
    columns = (
        Column(capital(text("governance.head.organisation", lang))),
        *(Column(text(f"governance.criterion.{name}", lang), Format.NUMBER) for name in asked),
        *(Column(text(f"governance.column.{name}", lang)) for name in ("willing", "pareto")),
        *(Column(text(f"governance.column.{name}", lang), Format.SHARE) for name in shares),
    )
    rows = tuple(
        (called.get(str(name), str(name)), *(_known(row[one], lang) for one in (*asked, "willing", "pareto", *shares)))
        for name, row in table.iterrows()
    )
    said.append(TableBlock(text("governance.block.candidates", lang), columns, rows))
    if candidates.not_asked:
        names = [text(f"governance.criterion.{name}", lang) for name in candidates.not_asked]
        said.append(Paragraph(text("governance.not_asked", lang, criteria=listing(names, lang))))
    if candidates.not_willing:
        unwilling = [called.get(one, one) for one in candidates.not_willing]
        said.append(Paragraph(text("governance.not_willing", lang, names=listing(unwilling, lang))))
    if candidates.administrative_instead:
        names = [text(f"governance.criterion.{name}", lang) for name in candidates.administrative_instead]
        limit = candidates.weak_from
        said.append(Notice(text("governance.instead", lang, criteria=listing(names, lang), limit=limit)))
    return titled("lead_candidates", lang, tuple(said))


def no_candidates_section(count: int, most: int, lang: str) -> Section:
    """Say that there are too many organisations to lay side by side, and where to look instead."""
    said = text("governance.too_many_candidates", lang, count=count, most=most)
    return titled("lead_candidates", lang, (Notice(text("governance.proposes", lang)), Notice(said)))


def _known(value: object, lang: str) -> Value:
    if pd.isna(value):
        return Missing(text("governance.unknown", lang))
    return bool(value) if isinstance(value, bool) or str(value) in {"True", "False"} else float(str(value))


def _columns(names: tuple[str, ...], lang: str, shares: tuple[str, ...] = ()) -> tuple[Column, ...]:
    return tuple(
        Column(capital(text(f"governance.head.{name}", lang)), Format.SHARE if name in shares else Format.TEXT)
        for name in names
    )


def _inputs(advice: Advice, lang: str) -> TableBlock:
    rows = tuple(
        (
            text(f"governance.input.{one.name}", lang),
            _value(one, lang),
            written_range(one, lang),
            f"{one.part} / {one.whole} {text(f'governance.rests_on.{one.name}', lang)}",
            text(f"governance.source.{one.name}", lang),
        )
        for one in advice.inputs
    )
    columns = _columns(("input", "value", "range", "rests_on", "source"), lang)
    return TableBlock(text("governance.block.inputs", lang), columns, rows)


def _value(one: Input, lang: str) -> Value:
    return number(one.value, lang) if one.measured else Missing(text(f"reasons.{one.reason}", lang))


def _table(advice: Advice, lang: str) -> TableBlock:
    """Give a row a cell: what the form asks, the raw values, the limits and how well it fits."""
    rows = tuple(
        (
            form_name(cell.form, lang),
            text(f"governance.condition.{cell.condition}", lang),
            "; ".join(_asked(part, alone=len(cell.parts) == 1, lang=lang) for part in cell.parts),
            "; ".join(_raw(advice.input(part.input), lang) for part in cell.parts),
            " | ".join(shape(part, cell.reading, advice.cutoffs).written(lang) for part in cell.parts),
            _fits(cell.value, cell.low, cell.high, lang),
        )
        for cell in advice.cells
        if cell.reading == READINGS[0]
    )
    columns = _columns(("form", "condition", "asks", "value", "cutoffs", "membership"), lang)
    return TableBlock(text("governance.block.table", lang), columns, rows)


def _asked(part: Part, *, alone: bool, lang: str) -> str:
    """Name the level that is asked, with what it is asked of where there are several."""
    level = text(f"governance.level.{part.level}", lang)
    return level if alone else f"{text(f'governance.input.{part.input}', lang)}: {level}"


def _raw(one: Input, lang: str) -> str:
    known = number(one.value, lang) if one.measured else None
    return known or (text("governance.unknown", lang) if one.unknown else written_range(one, lang))


def _fits(value: float, low: float, high: float, lang: str) -> str:
    if not isnan(value):
        return number(value, lang)
    return text("governance.range", lang, low=number(low, lang), high=number(high, lang))


def _certainty(advice: Advice, lang: str) -> TableBlock:
    """Give a row a form: its fit, its weakest cell and its share in both readings."""
    first = {fit.form: fit for fit in advice.fits if fit.reading == READINGS[0]}
    rows: tuple[tuple[Value, ...], ...] = tuple(
        (
            form_name(form, lang),
            _fits(fit.value, fit.low, fit.high, lang),
            text(f"governance.condition.{fit.weakest}", lang) if fit.weakest else text("governance.no_weakest", lang),
            *(advice.shares[reading][form] for reading in READINGS),
        )
        for form, fit in first.items()
    )
    shares = tuple(f"first_{reading}" for reading in READINGS)
    columns = _columns(("form", "fit", "weakest", *shares), lang, shares)
    return TableBlock(text("governance.block.certainty", lang), columns, rows)


def _deciding(advice: Advice, lang: str) -> TableBlock:
    rows = tuple((text(f"governance.input.{one.input}", lang), one.certainty, one.gain) for one in advice.deciding)
    columns = _columns(("input", "certainty", "gain"), lang, ("certainty", "gain"))
    return TableBlock(text("governance.block.deciding", lang), columns, rows)


def _explained(subject: str, names: tuple[str, ...], lang: str) -> Definitions:
    """Say what is meant by names that stand in the advice."""
    terms = tuple(
        Definition(text(f"governance.{subject}_name.{name}", lang), text(f"governance.{subject}.{name}", lang))
        for name in names
    )
    return Definitions(text(f"governance.block.{subject}s", lang), terms)


def _cutoffs(advice: Advice, lang: str) -> TableBlock:
    rows = tuple((one.reason, one.value, one.source) for one in described(lang, advice.cutoffs))
    return TableBlock(text("governance.block.cutoffs", lang), _columns(("cutoff", "value", "source"), lang), rows)
