"""Lists made from all pages and programs of a project, for pages that lead to them."""
