"""Odd but valid regions for Hypothesis: every text a person or a program could leave in a cell, lists included."""

import pandas as pd
from hypothesis import strategies as st

from caseloads import ANY_NUMBERS, DAYS, FLAGS, NAMES, NUMBERS, TEXTS, codes_of, table_of
from netwerkanalyse.model import region_vocabulary as region_codes
from netwerkanalyse.model import vocabulary as codes
from netwerkanalyse.model.region import Region

LISTS = st.none() | st.lists(NAMES, max_size=3).map(";".join)


def _codes_list(vocabulary: codes.Vocabulary) -> st.SearchStrategy[str | None]:
    return st.none() | st.lists(st.sampled_from(vocabulary.names), max_size=4).map(";".join)


@st.composite
def odd_regions(draw: st.DrawFn) -> Region:
    """Draw a region of up to four organisations, with anything that is allowed in any cell."""
    names = draw(st.lists(NAMES, max_size=4, unique_by=str.strip))
    places = draw(st.lists(NAMES, max_size=2, unique_by=str.strip))
    some = st.none() | (st.sampled_from(names) if names else st.none())
    pairs = [(one, other) for one in names for other in names if one != other and draw(st.booleans())]
    frames = {
        "organisations": table_of(
            draw,
            [{"organisation": name} for name in names],
            name=TEXTS,
            type=codes_of(region_codes.ORGANISATION_TYPE),
            sector=codes_of(codes.SECTOR),
            laws=_codes_list(codes.LAW),
            parent=some,
            areas=LISTS,
            autonomous=FLAGS,
            coordination_capacity=NUMBERS,
            note=TEXTS,
            code=TEXTS,
            omvang=ANY_NUMBERS,
        ),
        "layers": table_of(
            draw,
            [{"layer": layer} for layer in draw(st.sets(st.sampled_from(region_codes.LAYER.names)))],
            pairs_asked=codes_of(codes.PAIRS_ASKED),
            note=TEXTS,
        ),
        "collaborations": table_of(
            draw,
            [{"source": one, "target": other, "layer": "referral"} for one, other in pairs],
            value=NUMBERS,
            present=codes_of(region_codes.COLLABORATION_PRESENT),
            since=st.none(),
            until=DAYS,
            respondent=some,
            evidence=TEXTS,
        ),
        "affiliations": table_of(
            draw, [{"organisation": one, "initiative": other} for one, other in pairs], role=TEXTS, period=TEXTS
        ),
        "services": table_of(
            draw,
            [{"service": f"{number}", "organisation": name} for number, name in enumerate(names)],
            domains=_codes_list(codes.DOMAIN),
            kind=codes_of(codes.KIND),
            laws=_codes_list(codes.LAW),
            languages=LISTS,
            capacity=NUMBERS,
            eigen=TEXTS,
        ),
        "areas": table_of(draw, [{"area": place} for place in places], name=TEXTS, population=NUMBERS, kern=TEXTS),
        "area_needs": table_of(draw, [{"area": place, "domain": "housing"} for place in places], expected=NUMBERS),
        "ratings": table_of(
            draw,
            [{"rater": one, "rated": other, "item": "openness"} for one, other in pairs],
            score=st.none() | st.integers(1, 4),
        ),
        "goal_ratings": table_of(draw, [{"organisation": name, "goal": "doel"} for name in names], score=NUMBERS),
        "referrals": table_of(
            draw,
            [{"date": draw(DAYS.filter(bool)), "source": one, "target": other} for one, other in pairs],
            case=TEXTS,
            outcome=codes_of(region_codes.REFERRAL_OUTCOME),
        ),
    }
    # JSON names columns in its rows only: a table without rows has no columns of its own.
    return Region.build(
        {"organisations": pd.DataFrame(columns=["organisation"])}
        | {name: frame for name, frame in frames.items() if len(frame)}
    )
