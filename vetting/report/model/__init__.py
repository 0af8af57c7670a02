"""The model's card as a page."""
