"""Followers drawn from an audience: which look automated, and what share of the audience that makes."""
