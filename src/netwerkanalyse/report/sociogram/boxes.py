"""Upright boxes: the room that shapes and labels take."""

from typing import NamedTuple

from netwerkanalyse.report.pictures.pen import Point


class Box(NamedTuple):
    """Left, top, right and bottom."""

    left: float
    top: float
    right: float
    bottom: float

    @classmethod
    def around(cls, centre: Point, wide: float, high: float) -> "Box":
        """Make a box of a size around a point."""
        x, y = centre
        return cls(x - wide / 2, y - high / 2, x + wide / 2, y + high / 2)

    def overlaps(self, other: "Box", slack: float = 0.0) -> bool:
        """Tell whether two boxes share room, or come closer than the slack."""
        return (
            self.left < other.right + slack
            and other.left < self.right + slack
            and self.top < other.bottom + slack
            and other.top < self.bottom + slack
        )

    def joined(self, other: "Box") -> "Box":
        """Return the smallest box around both."""
        return Box(
            min(self.left, other.left),
            min(self.top, other.top),
            max(self.right, other.right),
            max(self.bottom, other.bottom),
        )

    def moved(self, x: float, y: float) -> "Box":
        """Return the box somewhere else."""
        return Box(self.left + x, self.top + y, self.right + x, self.bottom + y)

    def nearest(self, point: Point) -> Point:
        """Return the point of the box that is nearest to a point."""
        return min(max(point[0], self.left), self.right), min(max(point[1], self.top), self.bottom)
