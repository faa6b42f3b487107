"""Layers beside each other, and what partners answer: trust, goals, referrals."""
