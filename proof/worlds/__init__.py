"""Runs of other machines: how they travel, where they are kept, what a page says."""
