"""The parts of the soak, one table each. The command fails if anything was lost, came twice without a reason, or leaked."""

import argparse
import random
import time
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass

from hileads.clock import today
from hileads.notifications.models import State
from tests.bench.ground import machine, say, table
from tests.bench.soak.crew import Crew, crew
from tests.bench.soak.disclosures import attack
from tests.bench.soak.ledger import is_settled, of_part, post, states, wait_for
from tests.bench.soak.letters import Letters
from tests.bench.soak.servers import Servers, fresh_database, own_servers
from tests.bench.soak.year import pass_a_year
from tests.journeys.portal import environment_for, free_port
from tests.notify import Notify, serving

LEASE_SECONDS = 8
GAPS = (0.2, 1.4)
"""Seconds between two kills."""

WORK = (0.05, 0.25)
"""Seconds that the other side takes for one message."""

AWAY_SECONDS = 6
OUTAGE_EVERY = 20


@dataclass(frozen=True)
class Size:
    """How much one run does."""

    messages: int
    kills: int
    outages: int
    people: int
    releases: int

    @property
    def seconds(self) -> float:
        """Return over how many seconds messages become due: for as long as there are kills."""
        return self.kills * sum(GAPS) / 2


WHOLE = Size(messages=2000, kills=200, outages=6, people=5_000, releases=1000)
QUICK = Size(messages=100, kills=10, outages=3, people=40, releases=50)

Rows = list[list[str]]


def environment(database: str, servers: Servers, smtp_port: int = 1) -> dict[str, str]:
    return environment_for(database, servers.redis, free_port(), smtp_port) | {
        "MESSAGE_LEASE_SECONDS": str(LEASE_SECONDS),
        "SWEEP_SECONDS": "2",
        "INVITATION_SECONDS": "60",
        "SENDING_HOURS": "always",
        "LOG_LEVEL": "ERROR",
    }


def for_notify(notify: Notify) -> dict[str, str]:
    return {
        "MESSAGE_TRANSPORT": "notify",
        "NOTIFY_URL": notify.url,
        "NOTIFY_API_KEY": notify.api_key,
        "NOTIFY_TEMPLATE": notify.template,
        "NOTIFY_PER_MINUTE": "100000",
    }


def kill_and_wait(people: Crew, part: str, size: Size) -> Rows:
    """Kill until there were enough kills, then wait for the rest of the messages; return what can be said of it."""
    started = time.monotonic()
    wait_for(lambda: states(part)[State.SENT] > 0, people.tend, "the first message")
    in_time = 0
    while len(people.kills) < size.kills:
        time.sleep(random.uniform(*GAPS))
        people.tend()
        in_time += people.kill_one() and not is_settled(part, size.messages)
    sent = states(part)[State.SENT]
    wait_for(lambda: is_settled(part, size.messages), people.tend, "the messages that are left")
    again = sum(message.attempts > 1 for message in of_part(part))
    return [
        ["Messages that were due", str(size.messages)],
        ["Kills", str(len(people.kills))],
        ["Of them, of a worker with all it had", str(sum(kill.is_parent for kill in people.kills))],
        ["Of them, while messages were still waiting", str(in_time)],
        ["Sent when the last kill fell", str(sent)],
        ["Begun more than once, because of a kill", str(again)],
        ["Marked as sent at the end", str(states(part)[State.SENT])],
        ["Seconds from start to end", f"{time.monotonic() - started:.0f}"],
    ]


def through_smtp(database: str, servers: Servers, size: Size) -> bool:
    """Kill workers that send to a mail server."""
    letters = Letters(free_port(), WORK)
    letters.start()
    try:
        post("smtp", size.messages, size.seconds)
        with crew(environment(database, servers, letters.port), workers=2, beats=1) as people:
            rows = kill_and_wait(people, "smtp", size)
    finally:
        letters.stop()
    by_letter = letters.by_letter()
    wanted = {message.provider_reference for message in of_part("smtp")}
    lost = len(wanted - set(by_letter)) + sum(not reference for reference in wanted)
    repeats = [one for copies in by_letter.values() for one in copies[:-1]]
    unexplained = sum(not one.was_cut_off(people.kills) for one in repeats)
    rows += [
        ["Arrived, each counted once", str(len(by_letter))],
        ["Lost", str(lost)],
        ["Repeats after a kill between acceptance and mark", str(len(repeats) - unexplained)],
        ["Repeats without such a kill", str(unexplained)],
    ]
    table(["Killed while sending by SMTP", "Count"], rows)
    return lost == unexplained == 0 and all_sent("smtp", size.messages)


def through_notify(database: str, servers: Servers, size: Size) -> bool:
    """Kill workers that send through GOV.UK Notify."""
    with serving(Notify(work=WORK)) as notify:
        post("notify", size.messages, size.seconds)
        surroundings = environment(database, servers) | for_notify(notify)
        with crew(surroundings, workers=2, beats=1) as people:
            rows = kill_and_wait(people, "notify", size)
    counted, is_right = arrivals(notify, "notify")
    table(["Killed while sending through GOV.UK Notify", "Count"], rows + counted)
    return is_right and all_sent("notify", size.messages)


def through_outages(database: str, servers: Servers, size: Size) -> bool:
    """Take the queue and the database away in turn, with two schedulers and three workers at once."""
    seconds = (size.outages + 1) * OUTAGE_EVERY
    with serving(Notify(work=WORK)) as notify:
        post("outages", size.messages, seconds)
        surroundings = environment(database, servers) | for_notify(notify)
        started = time.monotonic()
        with crew(surroundings, workers=3, beats=2) as people:
            wait_for(lambda: states("outages")[State.SENT] > 0, people.tend, "the first message")
            for number in range(size.outages):
                time.sleep(OUTAGE_EVERY - AWAY_SECONDS)
                take_away(servers, redis=number % 3 != 1, database=number % 3 != 0)
                people.tend()
            wait_for(lambda: is_settled("outages", size.messages), people.tend, "the messages that are left")
    counted, is_right = arrivals(notify, "outages")
    rows = [
        ["Messages that were due", str(size.messages)],
        ["Times the queue, the database or both were stopped", str(size.outages)],
        ["Processes that ended by themselves and were started again", str(people.ended)],
        ["Marked as sent at the end", str(states("outages")[State.SENT])],
        ["Seconds from start to end", f"{time.monotonic() - started:.0f}"],
    ]
    table(["Queue and database stopped, 3 workers, 2 schedulers", "Count"], rows + counted)
    return is_right and all_sent("outages", size.messages)


def take_away(servers: Servers, *, redis: bool, database: bool) -> None:
    """Stop one server or both, and start them again after a while."""
    if redis:
        servers.stop_redis()
    if database:
        servers.stop_database()
    time.sleep(AWAY_SECONDS)
    if redis:
        servers.start_redis()
    if database:
        servers.start_database()


def arrivals(notify: Notify, part: str) -> tuple[Rows, bool]:
    """Return what the stand-in for Notify has accepted, and whether every recipient got exactly one."""
    messages = of_part(part)
    times = Counter(one.reference for one in notify.accepted)
    accepted_at = {one.reference: one.accepted_at for one in notify.accepted}
    lost = sum(str(message.public_id) not in times for message in messages)
    twice = sum(count > 1 for count in times.values())
    asked = sum(
        message.sent_at is not None
        and message.sent_at.timestamp() - accepted_at.get(str(message.public_id), 0) > LEASE_SECONDS / 2
        for message in messages
    )
    rows = [
        ["Accepted, and marked only after Notify was asked for it", str(asked)],
        ["Recipients who got exactly one", str(sum(count == 1 for count in times.values()))],
        ["Lost", str(lost)],
        ["Twice", str(twice)],
    ]
    return rows, lost == twice == 0 and len(times) == len(messages)


def through_disclosures(database: str, servers: Servers, size: Size) -> bool:
    """Attack random tables with counts held back."""
    rows, is_safe = attack(size.releases)
    table(["Tables of small counts, attacked", "Count"], rows)
    return is_safe


def all_sent(part: str, count: int) -> bool:
    return states(part)[State.SENT] == count


PARTS: dict[str, Callable[[str, Servers, Size], bool]] = {
    "notify": through_notify,
    "smtp": through_smtp,
    "outages": through_outages,
    "year": lambda database, servers, size: pass_a_year(size.people),
    "disclosures": through_disclosures,
}


def main() -> int:
    words = argparse.ArgumentParser(prog="make soak", description=__doc__)
    words.add_argument("--quick", action="store_true", help="few kills and few messages, for trying")
    words.add_argument("--only", choices=PARTS, help="one part alone")
    asked = words.parse_args()
    size = QUICK if asked.quick else WHOLE
    with own_servers() as servers, fresh_database() as database:
        say(f"{today():%Y-%m-%d}. {machine()}.\n")
        chosen = [asked.only] if asked.only else list(PARTS)
        went_well = [PARTS[name](database, servers, size) for name in chosen]
    return 0 if all(went_well) else 1


if __name__ == "__main__":
    raise SystemExit(main())
