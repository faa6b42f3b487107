"""Every kind of proposals, in the order in which they stand when nothing else tells them apart.

A new kind is a file with a function ``find`` and a ``KIND``, and a line here. Limits, measuring, choosing and wording
are the same for all.
"""

from netwerkanalyse.recommend import nothing, routes, scaling, supports, talks, ties, tuning, vacancies

KINDS = (
    supports.KIND,
    tuning.KIND,
    ties.KIND,
    routes.KIND,
    scaling.KIND,
    vacancies.KIND,
    talks.KIND,
    nothing.KIND,
)
"""The one list."""
