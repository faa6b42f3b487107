"""Arrays that are made once per caseload: it is frozen, so that what is made of it stays true."""

from collections.abc import Callable
from functools import wraps
from typing import Protocol, TypeVar

from netwerkanalyse.model.caseload import Caseload

T = TypeVar("T")


class View(Protocol):
    """A way to look at a caseload: the caseload, and the layer of ties that is looked at."""

    @property
    def caseload(self) -> Caseload:
        """The caseload."""

    @property
    def layer(self) -> str:
        """The layer of ties."""


def of_caseload(compute: Callable[..., T]) -> property:
    """Make a property that is computed once per caseload, kind of view and layer, and kept with the caseload.

    Parameters
    ----------
    compute
        Computes it from a :class:`View`; what it returns must not be changed.

    Returns
    -------
    found
        The property.
    """

    @wraps(compute)
    def found(view: View) -> T:
        key = (type(view), compute.__name__, view.layer)
        if key not in view.caseload.made:
            view.caseload.made[key] = compute(view)
        result: T = view.caseload.made[key]
        return result

    return property(found)
