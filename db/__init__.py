"""Everything of Labline that runs without a window."""
