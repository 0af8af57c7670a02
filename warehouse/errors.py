"""What the warehouse refuses, in a sentence that says what to do."""

from __future__ import annotations


class RefusalError(Exception):
    """Bad input or a bad place to work: one sentence that says what, and one that says what to do.

    The command line prints it without a traceback and exits with 2; whoever raises it has left the warehouse as it was.
    """

    def __init__(self, what: str, remedy: str) -> None:
        super().__init__(what, remedy)
        self.what, self.remedy = what, remedy

    def __str__(self) -> str:
        """Both sentences."""
        return f"{self.what} {self.remedy}"


class InUseError(RefusalError):
    """Another process holds the warehouse: trying again later can help."""


class PartError(Exception):
    """What works on all accounts, or is an error there, could not be done for a part of them."""
