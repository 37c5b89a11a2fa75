"""Runs: which are needed, how they are made, judged and kept."""
