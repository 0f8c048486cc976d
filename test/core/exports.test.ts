/** Files for other programs, read back by other programs' readers. */
import fc from 'fast-check'
import nodeIcal from 'node-ical'
import Papa from 'papaparse'
import { describe, expect, it } from 'vitest'
import { applyEdit } from '../../core/edit/edit.ts'
import { csvOf } from '../../core/exports/csv.ts'
import { exportFormats, exportPlan, type ExportAsked } from '../../core/exports/exportPlan.ts'
import { movementKinds } from '../../core/projection/movements.ts'
import { calendarOf, followsToday } from '../../core/exports/ics.ts'
import { accountByDay } from '../../core/projection/figures/accounts.ts'
import { card_horizon } from '../../core/exports/card-events.ts'
import { lastDateOf } from '../../core/horizon.ts'
import { project } from '../../core/projection/project.ts'
import type { Scenario } from '../../core/scenario.ts'
import { english, sayingIn } from '../../server/words/words.ts'
import { dayOf } from '../../core/calendar.ts'
import { anyAccountsPlan } from './accountPlans.ts'
import { anyScenario, blank, grown, ids, singleEdit } from './arbitraries.ts'
import { runs, seeded } from './runs.ts'

const whole = (pieces: Iterable<string>): string => [...pieces].join('')

/** Content lines with their folds undone. */
const linesOf = (text: string): string[] =>
  text
    .replaceAll('\r\n ', '')
    .split('\r\n')
    .filter((line) => line !== '')

interface ReadEvent {
  uid: string
  lines: string[]
}

function eventsOf(text: string): ReadEvent[] {
  return text
    .split('BEGIN:VEVENT\r\n')
    .slice(1)
    .map((part) => {
      const lines = linesOf(part.split('END:VEVENT')[0]!)
      return { uid: lines.find((line) => line.startsWith('UID:'))!.slice(4), lines }
    })
}

const household = grown(blank(), [
  { type: 'set_fields', fields: { name: 'Flat; "ours", \\ 家', planning_balance_cents: 120_000 } },
  {
    type: 'put_row',
    collection: 'bills',
    row: {
      id: ids[0]!,
      name: 'Rent, the flat',
      amount_cents: 90_000,
      due_date: '2026-03-31',
      category: 'Home',
      schedule: { every: 1, unit: 'month' },
      exceptions: { '2026-04-30': { amount_cents: 95_050 }, '2026-05-31': { rest: 'dropped' }, '2026-06-30': { skipped: true } },
    },
  },
  {
    type: 'put_row',
    collection: 'bills',
    row: { id: ids[1]!, name: '=HYPERLINK("http://example.com")', amount_cents: 1, due_date: '2026-03-05' },
  },
  { type: 'put_row', collection: 'bills', row: { id: ids[2]!, name: 'Dentist', amount_cents: 9_500, due_date: null } },
  {
    type: 'put_row',
    collection: 'incomes',
    row: { id: ids[3]!, name: 'Salary', amount_cents: 100_000, due_date: '2026-03-13', schedule: { every: 2, unit: 'week' } },
  },
])

describe('the calendar', () => {
  const text = whole(calendarOf(household, { shows_amounts: true }, english))

  it('is read by another library: names, whole days, one event a row, what differs under its own date', () => {
    const read = Object.values(nodeIcal.sync.parseICS(text)).filter((one) => one?.type === 'VEVENT') as {
      uid: string
      summary: string
      datetype: string
      recurrences?: Record<string, { summary: string }>
    }[]
    expect(read.map(({ summary }) => summary).sort()).toEqual([
      '=HYPERLINK("http://example.com") -0.01 USD',
      'Rent, the flat -900.00 USD',
      'Salary +1000.00 USD',
    ])
    expect(read.every(({ datetype }) => datetype === 'date')).toBe(true)
    const rent = read.find(({ summary }) => summary.startsWith('Rent'))!
    expect(Object.values(rent.recurrences ?? {}).map(({ summary }) => summary)).toContain('Rent, the flat -950.50 USD')
    expect(new Set(read.map(({ uid }) => uid)).size).toBe(read.length)
  })

  it('says how far it goes', () => {
    const told = (scenario: Scenario): string =>
      linesOf(whole(calendarOf(scenario, { shows_amounts: true }, english))).find((line) => line.startsWith('DESCRIPTION:'))!
    const listed = 'dates that no calendar rule can say\\, until 2036-'
    const weekly = { id: ids[1]!, name: 'Dues', amount_cents: 900, due_date: '2026-03-02', schedule: { every: 1, unit: 'week' } } as const
    expect(told(grown(blank(), [{ type: 'put_row', collection: 'bills', row: weekly }]))).toBe('DESCRIPTION:What repeats is here for good.')
    const shifted = { ...weekly, due_date: '2026-03-15', schedule: { every: 1, unit: 'month', shift: 'before' } } as const
    expect(told(grown(blank(), [{ type: 'put_row', collection: 'bills', row: shifted }]))).toContain(listed)
    const plan = fc
      .sample(anyAccountsPlan, { seed: 3, numRuns: seeded(60) })
      .find(({ accounts }) => accounts.some(({ card }) => card !== null))
    expect(told(plan!)).toContain(`payments of cards\\, until ${lastDateOf(plan!.start_date, card_horizon)}`)
  })

  it('keeps its events the same whatever changes in a row but how it repeats, and shows no amount where none is wanted', () => {
    const changed = grown(household, [
      { type: 'put_row', collection: 'bills', row: { id: ids[0]!, name: 'The rent', amount_cents: 1, due_date: '2026-03-15' } },
    ])
    const uids = (scenario: Scenario): string[] =>
      eventsOf(whole(calendarOf(scenario, { shows_amounts: false }, english))).map(({ uid }) => uid)
    expect(uids(changed)).toEqual(uids(household))
    expect(whole(calendarOf(household, { shows_amounts: false }, english))).not.toMatch(/900\.00|950\.50|1000\.00|USD/)
  })

  it('has what is left of a date on a card where the days ahead have it: the card pays it after the day on which the calendar is read', () => {
    const card = { closing_day: 20, due_day: 7, shift: null, paid_from_account_id: null, pays: 'statement' as const }
    const row = { minimum_percent: 0, minimum_cents: 0, fixed_cents: 0, statement_cents: null }
    const open = { '2026-03-05': { rest: 'open' as const } }
    const plan = grown(blank(), [
      { type: 'put_row', collection: 'accounts', row: { id: ids[4]!, name: 'Visa', kind: 'card', card: { ...card, ...row } } },
      {
        type: 'put_row',
        collection: 'bills',
        row: { id: ids[7]!, name: 'Dentist', amount_cents: 30_000, due_date: '2026-03-05', account_id: ids[4]!, exceptions: open },
      },
    ])
    const days = (today: string): string[] =>
      eventsOf(whole(calendarOf(plan, { shows_amounts: true, today }, english))).flatMap(({ lines }) =>
        lines.filter((line) => line.startsWith('DTSTART')).map((line) => line.slice(-8)),
      )
    expect(days('2026-03-01')).toEqual(['20260305', '20260407'])
    expect(days('2026-06-10')).toEqual(['20260610', '20260707'])
    expect(days('2029-06-10')).toEqual(['20290610', '20290707'])
  })

  it('has transfers by their rule, and what each card is paid, under the same names however the amounts change', () => {
    const visa = {
      name: 'Visa',
      kind: 'card' as const,
      balance_cents: -40_000,
      card: {
        closing_day: 28,
        due_day: 20,
        shift: null,
        paid_from_account_id: null,
        pays: 'statement' as const,
        minimum_percent: 0,
        minimum_cents: 0,
        fixed_cents: 0,
        statement_cents: null,
      },
    }
    const plan = grown(blank(), [
      { type: 'put_row', collection: 'accounts', row: { id: ids[4]!, ...visa } },
      { type: 'put_row', collection: 'accounts', row: { id: ids[5]!, name: 'Savings', kind: 'savings' } },
      {
        type: 'put_row',
        collection: 'transfers',
        row: {
          id: ids[6]!,
          name: 'Aside',
          amount_cents: 5_000,
          due_date: '2026-03-10',
          schedule: { every: 1, unit: 'month' },
          to_account_id: ids[5]!,
        },
      },
      {
        type: 'put_row',
        collection: 'bills',
        row: {
          id: ids[7]!,
          name: 'Fuel',
          amount_cents: 3_000,
          due_date: '2026-03-21',
          schedule: { every: 1, unit: 'month' },
          account_id: ids[4]!,
        },
      },
    ])
    const told = (scenario: Scenario): string[] =>
      eventsOf(whole(calendarOf(scenario, { shows_amounts: true }, english))).map(({ lines }) =>
        ['DTSTART;VALUE=DATE:', 'SUMMARY:'].map((head) => lines.find((line) => line.startsWith(head))!.slice(head.length)).join(' '),
      )
    expect(told(plan).slice(0, 5)).toEqual([
      '20260321 Fuel -30.00 USD',
      '20260310 Aside -50.00 USD',
      '20260320 Visa -400.00 USD',
      '20260420 Visa -30.00 USD',
      '20260520 Visa -30.00 USD',
    ])
    const uids = (scenario: Scenario): string[] =>
      eventsOf(whole(calendarOf(scenario, { shows_amounts: true }, english))).map(({ uid }) => uid)
    const dearer = grown(plan, [{ type: 'put_row', collection: 'bills', row: { id: ids[7]!, amount_cents: 9_000 } }])
    expect(uids(dearer)).toEqual(uids(plan))
  })

  it('has what is left of a date that is past on the day on which it is read, and else on its own', () => {
    const rent = {
      id: ids[4]!,
      name: 'Rent',
      amount_cents: 90_000,
      due_date: '2026-03-03',
      schedule: { every: 1, unit: 'month' as const },
      exceptions: { '2026-03-03': { paid: [{ date: '2026-03-03', amount_cents: 60_000 }] } },
    }
    const plan = grown(blank(), [{ type: 'put_row', collection: 'bills', row: rent }])
    const days = (today?: string): string[] =>
      eventsOf(whole(calendarOf(plan, { shows_amounts: true, ...(today && { today }) }, english))).flatMap(({ lines }) =>
        lines.some((line) => line.includes('300.00')) ? lines.filter((line) => line.startsWith('DTSTART')) : [],
      )
    expect(days('2026-03-01')).toEqual(['DTSTART;VALUE=DATE:20260303'])
    expect(days('2026-03-09')).toEqual(['DTSTART;VALUE=DATE:20260309'])
    expect(days()).toEqual([`DTSTART;VALUE=DATE:${plan.start_date > '2026-03-03' ? plan.start_date.replaceAll('-', '') : '20260303'}`])
    expect([
      followsToday(plan),
      followsToday(grown(plan, [{ type: 'put_row', collection: 'bills', row: { id: ids[4]!, exceptions: {} } }])),
    ]).toEqual([true, false])
  })

  it('has no line over 75 octets, none but CRLF at their ends, and no control character', () => {
    fc.assert(
      fc.property(anyScenario, fc.boolean(), (scenario, shows_amounts) => {
        const written = whole(calendarOf(scenario, { shows_amounts }, english))
        for (const line of written.split('\r\n')) {
          expect(new TextEncoder().encode(line).length).toBeLessThanOrEqual(75)
          expect(line).not.toMatch(/[\n\r]/)
        }
      }),
      { numRuns: runs(200) },
    )
  })

  it('goes up in SEQUENCE and never back in DTSTAMP, also when a clock is set back', () => {
    const stamps = (scenario: Scenario): [number, string] => {
      const { lines } = eventsOf(whole(calendarOf(scenario, { shows_amounts: true }, english)))[0]!
      const valueOf = (name: string): string => lines.find((line) => line.startsWith(`${name}:`))!.slice(name.length + 1)
      return [Number(valueOf('SEQUENCE')), valueOf('DTSTAMP')]
    }
    fc.assert(
      fc.property(
        fc.array(
          fc.tuple(singleEdit, fc.constantFrom('2020-01-01T00:00:00.000Z', '2026-03-02T08:00:00.000Z', '2031-01-01T00:00:00.000Z')),
          { maxLength: 12 },
        ),
        (edits) => {
          let current = household
          for (const [edit, clock] of edits) {
            const applied = applyEdit(current, edit, clock)
            if (
              !applied.ok ||
              !applied.changed ||
              eventsOf(whole(calendarOf(applied.scenario, { shows_amounts: true }, english))).length === 0
            )
              continue
            const [before, after] = [stamps(current), stamps(applied.scenario)]
            expect(after[0]).toBeGreaterThan(before[0])
            expect(after[1] >= before[1]).toBe(true)
            current = applied.scenario
          }
        },
      ),
      { numRuns: runs(200) },
    )
  })

  it("has the plan's name, whatever stands in it", () => {
    const named = linesOf(text).find((line) => line.startsWith('X-WR-CALNAME'))
    expect(named).toBe('X-WR-CALNAME:Flat\\; "ours"\\, \\\\ 家')
  })
})

describe('the table for a spreadsheet', () => {
  const german = sayingIn('de')
  const projected = project(household, { today: '2026-03-01', until: '2026-05-01' })
  if (!projected.ok) throw new Error(projected.problems[0]!.says)
  const text = whole(csvOf(projected.projection, english))
  const rows = Papa.parse<Record<string, string>>(text, { header: true, skipEmptyLines: true }).data

  it('has a line a movement with what is left, then what has no date', () => {
    expect(rows.map((row) => `${row.date} ${row.name} ${row.money_in}${row.money_out} ${row.available_at_end_of_day}`)).toEqual([
      '2026-03-01 Balance 1200.00 1200.00',
      '2026-03-05 \'=HYPERLINK("http://example.com") 0.01 1199.99',
      '2026-03-13 Salary 1000.00 2199.99',
      '2026-03-27 Salary 1000.00 3199.99',
      '2026-03-31 Rent, the flat 900.00 2299.99',
      '2026-04-10 Salary 1000.00 3299.99',
      '2026-04-24 Salary 1000.00 4299.99',
      '2026-04-30 Rent, the flat 950.50 3349.49',
      ' Dentist 95.00 ',
    ])
  })

  it('of a plan without rows is its head alone, without an empty line', () => {
    const empty = project(blank(), { today: '2026-03-01', until: '2026-05-01' })
    const written = empty.ok ? whole(csvOf(empty.projection, english)) : ''
    expect(written.split('\r\n')).toEqual([expect.stringContaining('date,kind,name'), ''])
  })

  it('says columns and kinds in the language of the person it is for, and is the same table', () => {
    const cells = (written: string): string[][] => Papa.parse<string[]>(written, { skipEmptyLines: true }).data
    const theirs = cells(whole(csvOf(projected.projection, german, 'person')).slice(1))
    expect(theirs[0]!.join(' | ')).toBe(
      'Datum | Was | Name | Kategorie | Rhythmus | Erkannt | Eingang | Ausgang | In einen Topf | Aus einem Topf | ' +
        'Verfügbar am Ende des Tages | In Töpfen am Ende des Tages | Währung',
    )
    expect(theirs.slice(1).map(([date, kind, name]) => `${date} ${kind} ${name}`)).toEqual([
      '2026-03-01 Kontostand Kontostand',
      '2026-03-05 Ausgabe \'=HYPERLINK("http://example.com")',
      ...['2026-03-13', '2026-03-27'].map((date) => `${date} Einnahme Salary`),
      '2026-03-31 Ausgabe Rent, the flat',
      ...['2026-04-10', '2026-04-24'].map((date) => `${date} Einnahme Salary`),
      '2026-04-30 Ausgabe Rent, the flat',
      ' Ausgabe Dentist',
    ])
    const amounts = (table: string[][]): string[][] => table.slice(1).map((row) => row.slice(6))
    const plain = amounts(theirs).map((row) => row.map((cell) => cell.replace(/^(-?\d+),(\d\d)$/, '$1.$2')))
    expect(plain).toEqual(amounts(cells(whole(csvOf(projected.projection, german)))))
    for (const kind of movementKinds)
      for (const say of [english, german]) expect(say('exports.csv.kind', { kind }).toLowerCase()).not.toMatch(/^(yes|ja)$/)
  })

  it('opens by a double click in the spreadsheet of the person it is for: its marks are theirs, and UTF-8 is said', () => {
    const name = 'Käse; Brot, Milch'
    const found = project(grown(household, [{ type: 'put_row', collection: 'bills', row: { id: ids[9]!, name, amount_cents: 1_250 } }]), {
      today: '2026-03-01',
      until: '2026-03-10',
    })
    if (!found.ok) throw new Error(found.problems[0]!.says)
    const lineIn = (say: typeof english): string[] => {
      const written = whole(csvOf(found.projection, say, 'person'))
      return [written.slice(0, 6), written.split('\r\n').find((line) => line.includes(name))!]
    }
    expect(lineIn(german)).toEqual(['\uFEFFDatum', `;Ausgabe;"${name}";;;;;12,50;;;;;USD`])
    expect(lineIn(english)).toEqual(['\uFEFFDate,', `,Bill,"${name}",,,,,12.50,,,,,USD`])
    expect(whole(csvOf(found.projection, german))).toMatch(/^date,kind,/)
  })

  it('sums to the balances line by line, whichever account a bill with a pot is on', () => {
    const cents = (cell: string): number => Math.round(Number(cell) * 100)
    fc.assert(
      fc.property(anyAccountsPlan, (scenario) => {
        const found = project(scenario, { today: scenario.start_date, until: '2026-10-01' })
        if (!found.ok) return
        let [available, pots] = [0, 0]
        const accounts = scenario.accounts.map(({ id, name }) => ({ name, days: accountByDay(found.projection, id)!, sum: 0 }))
        const ends = new Map<string, string>()
        for (const row of Papa.parse<Record<string, string>>(whole(csvOf(found.projection, english)), {
          header: true,
          skipEmptyLines: true,
        }).data) {
          const [into, from] = [cents(row['into_pot']!), cents(row['from_pot']!)]
          available += cents(row['money_in']!) - cents(row['money_out']!) - into + from
          pots += into - from
          if (row['date'] === '') continue
          ends.set(row['date']!, `${available} ${pots}`)
          const at = dayOf(row['date']!)! - found.projection.start_day
          for (const account of accounts) {
            account.sum += cents(row[account.name]!)
            expect(cents(row[`${account.name}_at_end_of_day`]!)).toBe(account.days[at])
          }
          expect(cents(row['available_at_end_of_day']!)).toBe(
            found.projection.available_cents[dayOf(row['date']!)! - found.projection.start_day],
          )
        }
        for (const { sum, days } of accounts) expect(sum).toBe(days[found.projection.day_count - 1])
        for (const [date, sums] of ends) {
          const day = dayOf(date)! - found.projection.start_day
          const [free, all] = [found.projection.available_cents[day]!, found.projection.total_cents[day]!]
          expect(`${date} ${sums}`).toBe(`${date} ${free} ${all - free}`)
        }
      }),
      { numRuns: runs(150) },
    )
  })

  it('holds no cell that a spreadsheet would run, and a negative balance stays a number', () => {
    const poor = project(grown(household, [{ type: 'set_fields', fields: { planning_balance_cents: -5 } }]), {
      today: '2026-03-01',
      until: '2026-03-10',
    })
    const cells = Papa.parse<string[]>(poor.ok ? whole(csvOf(poor.projection, english)) : '', { skipEmptyLines: true }).data.flat()
    expect(cells.filter((cell) => /^[=+@\t\r]|^-/.test(cell))).toEqual(['-0.05', '-0.06'])
    const theirs = Papa.parse<string[]>(poor.ok ? whole(csvOf(poor.projection, german, 'person')).slice(1) : '', {
      delimiter: ';',
    }).data.flat()
    expect(theirs.filter((cell) => /^[=+@\t\r]|^-/.test(cell))).toEqual(['-0,05', '-0,06'])
  })
})

describe('whichever file is asked for', () => {
  const asked = { today: '2026-03-01', until: '2027-03-01', at: '2026-03-01T08:00:00.000Z' }
  const refused = (more: Partial<ExportAsked> & Pick<ExportAsked, 'format'>): (string | undefined)[] => {
    const exported = exportPlan(household, { ...asked, ...more }, english)
    return exported.ok ? [] : exported.problems.map(({ code, path }) => `${code} ${path}`)
  }

  it.each(exportFormats.filter((format) => format !== 'json'))('%s wants days that there are', (format) => {
    expect(refused({ format })).toEqual([])
    for (const noDay of ['x', '', '2026-02-30', '20260301', '2026-03-01T00:00:00Z']) {
      expect(refused({ format, today: noDay })).toEqual(['date_must_be_a_calendar_day /today'])
      expect(refused({ format, until: noDay })).toEqual(['date_must_be_a_calendar_day /until'])
    }
  })
})
