"""Widgets and helpers of widgets that know nothing of maps or sessions."""
