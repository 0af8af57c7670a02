"""One module per source of data; each holds a `SOURCE`."""
