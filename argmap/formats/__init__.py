"""What others read and write: one file per format, one FORMATS table, nothing lost unsaid."""
