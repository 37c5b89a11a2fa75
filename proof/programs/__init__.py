"""A snippet, what it declares, and the interpreters that can run it."""
