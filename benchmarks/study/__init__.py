"""Does it find what is there? A study that can be run again; docs/evaluation.md says what it shows and does not show.

``planted`` looks for gaps and doublures that the simulator planted, also when part of the data is ``missing``;
``recovery`` takes support away and looks whether it is proposed back, beside ``baselines``; ``ties`` does the same with
contact in networks measured by others. ``scores`` and ``intervals`` are the arithmetic, ``page`` writes the tables.
"""
