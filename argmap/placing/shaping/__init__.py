"""Shaping: in which forms things can stand, and how wide and high that makes them."""
