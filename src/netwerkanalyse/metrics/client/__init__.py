"""Measures of clients' networks: one family of measures a file."""
