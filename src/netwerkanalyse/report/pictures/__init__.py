"""Small pictures as SVG, and the pen, letters and colours that all pictures share."""
