"""Everything that is written about people and their posts."""

from hileads.leads.actions.demo import record_demo, set_demo_passwords
from hileads.leads.actions.people import add_person, appoint_person, end_appointment

__all__ = ["add_person", "appoint_person", "end_appointment", "record_demo", "set_demo_passwords"]
