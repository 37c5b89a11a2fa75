"""The notebooks, and what they call."""
