"""Widgets that know nothing of the program: plain values in, signals out, colours from the palette."""
