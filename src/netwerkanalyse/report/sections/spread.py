"""How clients are spread over the most telling measures, and how sure the means are."""

import numpy as np
import pandas as pd

from netwerkanalyse.metrics.client.cohort import cohort
from netwerkanalyse.metrics.client.tables import measures
from netwerkanalyse.metrics.measure import Level, Unit
from netwerkanalyse.report.document import Block, Figure, Format, Notice, Number, Numbers, Section
from netwerkanalyse.report.pictures.distribution import distribution_svg
from netwerkanalyse.report.sections.numbers import FORMATS
from netwerkanalyse.report.sections.titled import titled
from netwerkanalyse.report.writing import capital, written
from netwerkanalyse.texts import text

SPREAD = ("members", "domains_with_need", "network_coverage", "fragile_domains", "density", "self_reliance")
"""The measures whose spread over clients is shown."""

DRAWS = 1000
"""How many times clients are drawn for the interval of a mean."""


def section(frame: pd.DataFrame, smallest: int, lang: str) -> Section:
    """Draw how measures are spread, and give their means.

    Parameters
    ----------
    frame
        Measures, a row a client.
    smallest
        With fewer known values there is no spread and no mean.
    lang
        Language of the report.

    Returns
    -------
    section
        A picture a measure, then the means with their intervals.
    """
    known = [name for name in SPREAD if frame[name].notna().sum() >= smallest]
    blocks: list[Block] = [_drawn(frame[name], lang) for name in known]
    if known:
        blocks.append(_means(frame[known], lang))
    if len(known) < len(SPREAD):
        blocks.append(Notice(text("report.caseload.too_few", lang, smallest=smallest)))
    return titled("distributions", lang, tuple(blocks))


def _drawn(values: pd.Series, lang: str) -> Figure:
    name = str(values.name)
    title, sentence = (text(f"measures.{name}.{part}", lang) for part in ("name", "sentence"))
    unit = measures(Level.CLIENT)[name].unit
    numbers = values.to_numpy(dtype=float, na_value=np.nan)
    share = unit is Unit.SHARE
    drawn = distribution_svg(numbers.tolist(), capital(title), lang=lang, share=share, name=f"spread-{name}")
    low, middle, high = (written(float(edge), FORMATS[unit], lang) for edge in np.nanquantile(numbers, (0, 0.5, 1)))
    said = text("report.caseload.spread", lang, sentence=sentence, low=low, middle=middle, high=high)
    return Figure(drawn, capital(title), said)


def _means(frame: pd.DataFrame, lang: str) -> Numbers:
    """Give the mean of each measure, the clients behind it, and how far it would wander with other clients."""
    clients = text("report.caseload.clients_known", lang)
    numbers = []
    for name, row in cohort(frame, draws=DRAWS).iterrows():
        # The mean of whole numbers is not a whole number.
        form = FORMATS[measures(Level.CLIENT)[str(name)].unit]
        form = Format.NUMBER if form is Format.COUNT else form
        low, high = (written(float(row[edge]), form, lang) for edge in ("low", "high"))
        interval = text("report.caseload.interval", lang, low=low, high=high, draws=DRAWS)
        label = text(f"measures.{name}.name", lang)
        numbers.append(Number(label, float(row["mean"]), form, float(row["known"]), clients, interval))
    return Numbers(text("report.caseload.means", lang), tuple(numbers))
