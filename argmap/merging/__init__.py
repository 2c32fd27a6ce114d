"""WHAT CHANGED, WHAT BOTH CHANGED: differences in words, and maps and files that merge three ways.

Pure: texts and maps come in, texts and maps go out. It stands on the formats, the store and the
reasoning, since it speaks of changes in the keys of the file and of what they do to what stands.
"""
