"""Files and graphs: one format a file, and one table of formats."""
