"""The sociogram of one client (in Dutch practice an ecogram): data, places, and two renderers of the same places."""
