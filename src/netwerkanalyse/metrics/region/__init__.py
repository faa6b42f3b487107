"""Measures of a region's networks of organisations: one family of measures a file."""
