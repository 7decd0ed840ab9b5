"""Drawing on a QPainter, the same for the screen and for files: it knows the data, and neither widgets nor state."""
