"""Graphs of abstract argumentation, arguments and attacks only: APX, TGF and ICCMA's `.af`."""
