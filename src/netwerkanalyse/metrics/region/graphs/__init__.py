"""Algorithms on whole graphs and square tables, whatever they stand for."""
