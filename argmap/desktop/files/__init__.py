"""The files of one window: opened, saved, journalled, watched, remembered; and the start page."""
