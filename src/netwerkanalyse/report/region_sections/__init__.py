"""The parts of the report on a region, a file a part."""
