"""Reads calendars as Debian's python3-icalendar and python3-dateutil do: JSON {calendars, from, until} in, the events of each out."""
import datetime
import json
import sys

import icalendar
from dateutil.rrule import rrulestr


def day(value):
    return value.isoformat()[:10]


def naive(value):
    return datetime.datetime(value.year, value.month, value.day)


def dates_of(event, first, last):
    """The dates of an event without its exceptions: DTSTART and RDATE, or the rule, less EXDATE."""
    start = naive(event["DTSTART"].dt)
    if "RRULE" in event:
        rule = rrulestr(event["RRULE"].to_ical().decode(), dtstart=start)
        dates = set(rule.between(first, last, inc=True))
    else:
        dates = {start} if first <= start <= last else set()
    for name, change in (("RDATE", dates.add), ("EXDATE", dates.discard)):
        lists = event.get(name, [])
        for listed in lists if isinstance(lists, list) else [lists]:
            for one in listed.dts:
                change(naive(one.dt))
    return dates


def read(text, first, last):
    events = icalendar.Calendar.from_ical(text).walk("VEVENT")
    masters = [one for one in events if "RECURRENCE-ID" not in one]
    overrides = {}
    for one in events:
        if "RECURRENCE-ID" in one:
            overrides.setdefault(str(one["UID"]), {})[naive(one["RECURRENCE-ID"].dt)] = one
    found = []
    for event in masters:
        uid = str(event["UID"])
        own = overrides.get(uid, {})
        found += [[uid, day(date), str(event["SUMMARY"])] for date in dates_of(event, first, last) if date not in own]
        for one in own.values():
            date = naive(one["DTSTART"].dt)
            if first <= date <= last:
                found.append([uid, day(date), str(one["SUMMARY"])])
    return sorted(found)


asked = json.load(sys.stdin)
first, last = (naive(datetime.date.fromisoformat(asked[name])) for name in ("from", "until"))
json.dump([read(text, first, last) for text in asked["calendars"]], sys.stdout)
