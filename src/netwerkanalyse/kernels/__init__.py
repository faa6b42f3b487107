"""Loops over arrays. A kernel takes arrays and writes into arrays; it knows nothing else."""
