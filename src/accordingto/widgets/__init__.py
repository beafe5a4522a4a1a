"""How exercises look: one anywidget, a view for each kind, and a still face for saved pages.

Nothing is scored or saved here: that is in `exercises`, and `notebooks` joins the two.
"""
