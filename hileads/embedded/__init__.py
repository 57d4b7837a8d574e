"""PostgreSQL and Redis started on demand in development, shared by every command, stopped when nobody needs them.

Production never comes here: it takes DATABASE_URL and REDIS_URL.
The modules that start servers use the standard library alone, so that they run before any package is installed.
"""
