"""What the warehouse refuses, in a sentence that says what to do."""

from __future__ import annotations


class RefusalError(Exception):
    """Bad input or a bad place to work: one sentence that says what, and one that says what to do.

    The command line prints it without a traceback and exits with 2; whoever raises it has left the warehouse as it was.
    """

    def __init__(self, what: str, remedy: str) -> None:
        super().__init__(f"{what} {remedy}")
        self.what, self.remedy = what, remedy
