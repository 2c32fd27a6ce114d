"""What leaves a window beside its own file: pictures, prints, files of other programs."""
