"""What runs a program: contained, limited, observed. Light modules alone."""
