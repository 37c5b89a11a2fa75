"""Runs as a page shows them."""
