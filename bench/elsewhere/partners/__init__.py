"""Partnerships in the second world: what builds up in a creator, what of it shows, what comes of it, who reports it.

Opt-in (`--partnerships`). A creator has a character; it drives what can be seen (hidden advertisements, hostile
answers, earlier misdeeds, lapses, an inflated audience) and the hazard of an incident in the year after a decision.

How predictable incidents are is a choice of ours: nothing that anybody has measured says it. Each world draws the area
under the curve of its true probabilities from .87 to .92 (over the decisions; somewhat more over everybody), the share
of decisions that an incident follows from 10 to 25 %, and how much each cause has in that. That the faults go together,
and that most of what leads to an incident leaves a trace in the tables, are choices too.
"""
