"""What comments tell: repeats, praise, bursts, rings, spam, and how much of it is arranged."""
