"""Tries an app out by itself: legal gestures, answers of every kind, and what is wrong with what comes of them."""
