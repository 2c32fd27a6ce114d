"""What makes writing in the text easy: completion, fixes, names, finding; hung on its editor.

Each of them computes changes of the text and makes them as if they were typed.
"""
