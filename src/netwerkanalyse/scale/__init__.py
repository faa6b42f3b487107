"""Caseloads that do not fit in memory: measured part by part, on one machine or on many, and summarised."""
