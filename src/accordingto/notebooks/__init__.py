"""Notebooks: the functions they call, the language of their cells, building and handing out.

How an exercise is drawn is in `widgets`, and courses and marks are in `classroom`.
"""
