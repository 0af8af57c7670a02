"""Which records are about which creator, with the evidence for and against."""
