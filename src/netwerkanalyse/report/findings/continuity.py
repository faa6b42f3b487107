"""How steady support was over time."""

from collections.abc import Iterator

from netwerkanalyse.metrics.measure import Level
from netwerkanalyse.report.document import Finding, Format, Number, Tone
from netwerkanalyse.report.evidence import Evidence
from netwerkanalyse.report.findings.found import found
from netwerkanalyse.texts import plural, text


def interrupted(evidence: Evidence) -> Iterator[Finding]:
    """Say where support is enough now, but was not for a long stretch before.

    What is planned does not make it enough, nor does a number where the client says that the need is not met.
    """
    rows = evidence.domains
    happens = rows["supply"] == rows["effective_supply"]
    missed = evidence.domains_with("gap_experienced")
    enough = [one for one in evidence.domains_with("covered") if happens[one] and one not in missed]
    found_in = [one for one in enough if rows.at[one, "long_gaps"] > 0]
    for limit in rows.loc[found_in, "long_gap_from"].unique():
        domains = [one for one in found_in if rows.at[one, "long_gap_from"] == limit]
        numbers = [
            Number(
                evidence.domain(one),
                int(rows.at[one, "longest_gap"]),
                Format.DAYS,
                float(rows.at[one, "need_days"]),
                text("findings.days_with_need", evidence.lang),
            )
            for one in domains
        ]
        long = plural("report.days", int(limit), evidence.lang)
        yield found(evidence, "interrupted", Tone.NEUTRAL, numbers, domains=evidence.domain_names(domains), long=long)


def not_taken_over(evidence: Evidence) -> Iterator[Finding]:
    """Say where support ended and nobody took over in time."""
    for domain in evidence.domains_with("gap_handover"):
        row = evidence.domains.loc[domain]
        days = int(evidence.cutoffs.handover_days)
        numbers = [evidence.number("uncovered_days", row["uncovered_days"], Format.DAYS, row["need_days"])]
        yield found(evidence, "not_taken_over", Tone.ATTENTION, numbers, domain=domain, days=days)


def handovers(evidence: Evidence) -> Iterator[Finding]:
    """Say which handovers went without overlap, or with contact."""
    for (_, domain, _), row in evidence.tables[Level.HANDOVER].iterrows():
        if row["warmth"] in {"warm", "cold"}:
            numbers = [evidence.number("days_between", max(row["days_between"], 0), Format.DAYS)]
            yield found(
                evidence,
                f"handover_{row['warmth']}",
                Tone.STRENGTH if row["warmth"] == "warm" else Tone.QUESTION,
                numbers,
                domain=domain,
                people=(row["predecessor"], row["successor"]),
                days=plural("report.days", int(row["days_between"]), evidence.lang),
            )
