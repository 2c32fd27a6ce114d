"""Looking at the picture: zoom and scroll, what stays in sight, the tour, the overview."""
