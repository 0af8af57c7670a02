"""A second made-up world, written without a look at `vetting/simulate`, to see how far a trained estimator travels.

Here an audience is a stock of people who arrive, wake, go quiet and leave, day by day; a post is seen by whoever is
awake, and liked by some of those who saw it. `python -m bench.elsewhere OUT --seed 3` writes exchange tables to OUT
and the truth to OUT_truth. Every seed draws a climate of its own. Nothing is fitted on these worlds.
"""
