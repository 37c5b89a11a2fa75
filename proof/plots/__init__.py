"""Plots as SVG and HTML, for notebooks and for pages."""
