"""The parts of the simulator, in the order in which they work.

These are: design, region, people, ties, plan, support, connection of supporters, needs with the truth.

Each part takes a random generator and what came before, and gives plain arrays of one block of clients. The parts of a
simulated region work after that, and give tables: shared clients, organisations, agreements, layers, referrals, social
map, opinions. Nothing here is measured: shares and chances are made up, so that every situation occurs.
"""
