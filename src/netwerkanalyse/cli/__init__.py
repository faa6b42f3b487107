"""The command line: one command a file; shared options once; no analysis of its own."""
