"""The rules of CONTRIBUTING.md that need no run: each finds what breaks it."""
