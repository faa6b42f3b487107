"""What organisations and areas are called."""

from netwerkanalyse.model.region import Region


def called(region: Region, table: str, key: str) -> dict[str, str]:
    """Give names by code; where there is no name, the code."""
    frame = region.tables[table]
    return dict(zip(frame[key].astype(str), frame["name"].fillna(frame[key]).astype(str), strict=True))
