"""A reader study on disk: plans as TOML, answers in a store, the shipped example."""
