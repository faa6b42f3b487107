"""The social map: which services cover which area, domain and kind, and where the gaps are."""
