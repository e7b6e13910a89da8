"""One file a verb: each reads what it needs, calls the pipeline, writes the result and returns a Report."""
