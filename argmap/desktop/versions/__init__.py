"""The history of the map's file in git: who changed what and when, and the way back."""
