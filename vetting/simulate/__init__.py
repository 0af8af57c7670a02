"""A made-up world with known truth, for the demo, the tests and the default model."""
