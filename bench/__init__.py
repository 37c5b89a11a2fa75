"""Measures the engine on this site's own pages and programs: ``python -m bench``."""
