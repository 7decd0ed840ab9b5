"""Mistakes of the program itself: caught, told in a report that holds nothing of the user's, and survived."""
