"""How exercises look: one anywidget, a view for each kind, and a still face for saved pages."""
