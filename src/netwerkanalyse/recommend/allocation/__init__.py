"""Allocation: the free places of the social map, laid over what all clients lack. It proposes; people decide."""
