"""The autoencoders, their cards, and the colorizer that applies them."""
