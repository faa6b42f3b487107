"""Reports: first the data (what is said, about what, with which numbers), then one renderer a form."""
