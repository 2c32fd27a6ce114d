"""From a picture to PNG, and to sheets of paper: in a PDF, and from a printer."""
