"""Templates, awards, rosters, elections, explanations, repairs: the only package that imports OR-Tools or HiGHS.

OR-Tools and highspy carry one library in two versions and cannot be loaded into one process: only
`shiftbid.solver.rosters` uses highspy, in a process of its own.
"""
