"""Editors of single fields, one file for each sort."""
