"""What keeps the program running: jobs beside the window, garbage, reports of crashes."""
