"""Which form of governance fits what is known of a network, and which organisations could lead it.

The engine lays conditions beside numbers and says how sure that is. Partners, clients and naasten decide.
"""
