"""The pictures of a region: its network, its tables of colour, its areas and its curves."""
