"""Kill workers, servers and connections while messages leave, and count what arrives: `make soak`.

Workers and the scheduler run as processes, as they do in production, with a queue and a database of their own. Nothing
may be lost. With GOV.UK Notify, which can be asked what it has, nothing may come twice either. The last part attacks
1,000 random tables of small counts, of which nothing that is held back may be learnt.
"""
