"""Which organisations belong together in a layer: communities, core and edge, tight groups."""
