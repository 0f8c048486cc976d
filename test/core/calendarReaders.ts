/** How other programs' libraries read a calendar: every event with its day, between two days, both included. */
import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import ICAL from 'ical.js'
import nodeIcal from 'node-ical'
import { findPythonCalendar } from '../../scripts/python-calendar.ts'

/** UID, day and summary. */
export type ReadEvent = [uid: string, date: string, summary: string]

/** A reader of many calendars at once. */
export interface CalendarReader {
  name: string
  read: (calendars: readonly string[], from: string, until: string) => ReadEvent[][]
}

const inOrder = (events: ReadEvent[]): ReadEvent[] => events.sort((a, b) => (String(a) < String(b) ? -1 : 1))

/** ical.js, which Nextcloud and Thunderbird build on; each event gets the exceptions of its own UID. */
export const icalJs: CalendarReader = {
  name: 'ical.js',
  read: (calendars, from, until) =>
    calendars.map((text) => {
      const all = new ICAL.Component(ICAL.parse(text) as never[]).getAllSubcomponents('vevent')
      const overrides = Map.groupBy(
        all.filter((one) => one.hasProperty('recurrence-id')),
        (one) => String(one.getFirstPropertyValue('uid')),
      )
      const found: ReadEvent[] = []
      for (const component of all.filter((one) => !one.hasProperty('recurrence-id'))) {
        const event = new ICAL.Event(component, { exceptions: overrides.get(String(component.getFirstPropertyValue('uid'))) ?? [] })
        const add = (start: ICAL.Time, summary: string): void => {
          const date = start.toString().slice(0, 10)
          if (date >= from && date <= until) found.push([event.uid, date, summary])
        }
        if (!event.isRecurring()) {
          add(event.startDate, event.summary)
          continue
        }
        const lastSlot = [
          until,
          ...(overrides.get(event.uid) ?? []).map((one) => String(one.getFirstPropertyValue('recurrence-id')).slice(0, 10)),
        ]
          .sort()
          .at(-1)!
        const dates = event.iterator()
        for (let next = dates.next(); next && next.toString().slice(0, 10) <= lastSlot; next = dates.next()) {
          const { startDate, item } = event.getOccurrenceDetails(next)
          add(startDate, item.summary)
        }
      }
      return inOrder(found)
    }),
}

/** node-ical, which home automation and many small programs use. */
export const nodeIcalReader: CalendarReader = {
  name: 'node-ical',
  read: (calendars, from, until) =>
    calendars.map((text) => {
      const [first, last] = [new Date(`${from}T00:00:00`), new Date(`${until}T00:00:00`)]
      return inOrder(
        Object.values(nodeIcal.sync.parseICS(text)).flatMap((event) => {
          if (event?.type !== 'VEVENT') return []
          return nodeIcal
            .expandRecurringEvent(event, { from: first, to: last })
            .map(({ start, summary }): ReadEvent => [event.uid, dayOfClock(start), String(summary)])
        }),
      )
    }),
}
const two = (number: number): string => String(number).padStart(2, '0')
const dayOfClock = (date: Date): string => `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`

const python = findPythonCalendar()

/** Debian's python3-icalendar and python3-dateutil, one process for all the calendars; null where they are not. */
export const pythonReader: CalendarReader | null =
  python === null
    ? null
    : {
        name: 'python3-icalendar with python3-dateutil',
        read: (calendars, from, until) => {
          const script = fileURLToPath(new URL('read_calendars.py', import.meta.url))
          const done = spawnSync(python, [script], {
            input: JSON.stringify({ calendars, from, until }),
            encoding: 'utf8',
            maxBuffer: 1 << 29,
          })
          if (done.status !== 0) throw new Error(done.stderr)
          return (JSON.parse(done.stdout) as ReadEvent[][]).map(inOrder)
        },
      }

export const calendarReaders = [icalJs, nodeIcalReader, ...(pythonReader ? [pythonReader] : [])]
