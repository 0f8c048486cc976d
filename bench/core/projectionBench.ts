/** What a projection costs: against the barest loop over the same events, against what others need only to find the dates, and as plans grow. */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import * as rruleModule from 'rrule'
import { RRuleTemporal } from 'rrule-temporal'
import { dayOf } from '../../core/calendar.ts'
import { occurrenceCache } from '../../core/projection/occurrences.ts'
import { amountOf } from '../../core/projection/event-columns.ts'
import { project } from '../../core/projection/project.ts'
import type { Projection } from '../../core/projection/projection.ts'
import { scheduleToRRule } from '../../core/rrule/export.ts'
import type { Payment, Scenario } from '../../core/scenario.ts'
import { findHledger } from '../../scripts/hledger.ts'
import { inTurn, median, medianRatio, rounds } from '../measure.ts'
import type { Finding, Part } from '../report.ts'
import { accountsPlan, start_date, timePlan } from './plan.ts'

/** It is CommonJS whose names Node does not see. */
const { RRule } = (rruleModule as unknown as { default?: typeof rruleModule }).default ?? rruleModule

const five_years = '2031-01-01'

export async function benchProjection(): Promise<Part[]> {
  return [await againstOthers(), await withAccounts(), await asItGrows()]
}

async function againstOthers(): Promise<Part> {
  const plan = timePlan(1)
  const projection = projected(plan, five_years)
  const events = projection.events.row.length
  const sides: Record<string, () => void> = {
    floor: floorOf(projection),
    cold: fromNothing(plan, five_years),
    edited: afterOneAmount(plan, five_years),
    rrule: byRRule(plan, events),
    'rrule-temporal': byRRuleTemporal(plan, events),
  }
  const times: Record<string, number[]> = await timed(sides)
  const hledger = byHledger(plan)
  if (hledger) times.hledger = hledger

  const ratio = (over: string, under: string): number => medianRatio(times[over]!, times[under]!)
  const named: Record<string, string> = {
    floor: 'the floor: a loop adds the events to days',
    cold: 'projection, cold: dates, pots, paydays, low points, months, goals',
    edited: 'projection, after one amount has changed',
    rrule: 'rrule: the same dates, nothing else',
    'rrule-temporal': 'rrule-temporal: the same dates, nothing else',
    hledger: 'hledger --forecast: a process that reads, expands, and balances by day',
  }
  const findings: Finding[] = [
    {
      name: 'A cold projection, in floors',
      value: ratio('cold', 'floor'),
      unit: '',
      bound: { at: 'most', value: 25 },
      from: 'cold / floor',
    },
    {
      name: 'A projection after one amount has changed, in floors',
      value: ratio('edited', 'floor'),
      unit: '',
      bound: { at: 'most', value: 7 },
      from: 'edited / floor',
    },
    {
      name: 'What rrule takes for the dates alone, in cold projections',
      value: ratio('rrule', 'cold'),
      unit: '',
      bound: { at: 'least', value: 20 },
      from: 'rrule / cold',
    },
  ]
  return {
    title: `A projection of ${plan.bills.length} bills, ${plan.incomes.length} incomes, ${plan.allocations.length} allocations over 5 years: ${events} events`,
    findings,
    table: [
      ['', 'median', 'floors', 'ns an event'],
      ...Object.entries(times).map(([side, ms]) => [
        named[side]!,
        `${median(ms).toFixed(3)} ms`,
        ratio(side, 'floor').toFixed(1),
        ((median(ms) / events) * 1e6).toFixed(1),
      ]),
    ],
    notes: [
      'Processor time of the main thread, medians of five rounds, the sides in turn; each round is the median of its batches.',
      'rrule and rrule-temporal have their rules parsed before, and their caches off. Their dates are counted to be the same as many.',
      hledger
        ? 'hledger is a process of its own, by the clock on the wall: its start is in its time.'
        : 'hledger is not installed here, so it stands in no row.',
    ],
    measured: times,
  }
}

/** The plan with 20 accounts over 50 years, against the barest loop over its payments; and as its horizon grows. */
async function withAccounts(): Promise<Part> {
  const plan = accountsPlan()
  const spans = [5, 10, 50].map((years) => ({ years, until: `${Number(start_date.slice(0, 4)) + years}-01-01` }))
  const longest = projected(plan, spans.at(-1)!.until)
  const sides: Record<string, () => void> = { floor: floorOf(longest) }
  for (const { years, until } of spans) {
    sides[`${years} years, cold`] = fromNothing(plan, until)
    sides[`${years} years, edited`] = afterOneAmount(plan, until)
  }
  const times: Record<string, number[]> = await timed(sides)
  const events = new Map(spans.map(({ years, until }) => [years, projected(plan, until).events.row.length]))
  const growth = (state: string): number =>
    slope(spans.map(({ years }) => [events.get(years)!, median(times[`${years} years, ${state}`]!)]))
  const ratio = (side: string): number => medianRatio(times[side]!, times.floor!)
  return {
    title: `A projection of ${plan.accounts.length} accounts, ${plan.bills.length} bills and ${plan.transfers.length} transfers over 50 years: ${events.get(50)} events`,
    findings: [
      {
        name: 'With 20 accounts, a cold projection of 50 years, in floors',
        value: ratio('50 years, cold'),
        unit: '',
        bound: { at: 'most', value: 60 },
        from: 'cold / floor',
      },
      {
        name: 'With 20 accounts, after one amount has changed, in floors',
        value: ratio('50 years, edited'),
        unit: '',
        bound: { at: 'most', value: 15 },
        from: 'edited / floor',
      },
      ...['cold', 'edited'].map((state): Finding => ({
        name: `With 20 accounts, growth with the years, ${state}`,
        value: growth(state),
        unit: '',
        bound: { at: 'most', value: 1.1 },
        from: 'slope of time over events, log axes',
      })),
    ],
    table: [
      ['', 'median', 'floors'],
      ...Object.entries(times).map(([side, ms]) => [side, `${median(ms).toFixed(3)} ms`, ratio(side).toFixed(1)]),
    ],
    notes: ['Processor time of the main thread, medians of five rounds, the sides in turn.'],
    measured: times,
  }
}

/** The events of the projection, expanded and sorted, added into a typed array of days. */
function floorOf({ events, income_count, day_count }: Projection): () => void {
  const day = new Int32Array(events.row.length)
  for (let index = 0; index < day_count; index += 1) day.fill(index, events.first[index], events.first[index + 1])
  const cents = Float64Array.from(events.row, (row, event) => (row < income_count ? 1 : -1) * amountOf(events, event))
  return () => {
    const days = new Float64Array(day_count)
    for (let event = 0; event < day.length; event += 1) days[day[event]!]! += cents[event]!
  }
}

function projected(scenario: Scenario, until: string): Projection {
  const result = project(scenario, { today: start_date, until })
  if (!result.ok) throw new Error(result.problems.map((problem) => problem.says).join(' '))
  return result.projection
}

/** Each run with nothing kept: neither dates nor what the rules divide. */
const fromNothing = (plan: Scenario, until: string) => (): void => void projected({ ...plan, allocations: [...plan.allocations] }, until)

/** Each run another amount of one bill; the rows that stay are the same objects. */
function afterOneAmount(plan: Scenario, until: string): () => void {
  const kept = occurrenceCache()
  let scenario = plan
  let turn = 0
  return () => {
    turn += 1
    const which = (turn * 7) % plan.bills.length
    scenario = { ...scenario, bills: scenario.bills.with(which, { ...scenario.bills[which]!, amount_cents: 1_000 + (turn % 900) }) }
    project(scenario, { today: start_date, until, kept })
  }
}

const rowsOf = ({ incomes, bills }: Scenario): Payment[] => [...incomes, ...bills]
const compact = (date: string): string => date.replaceAll('-', '')

function rulesOf(plan: Scenario): { start: string; rule: string }[] {
  return rowsOf(plan).map((row) => {
    const { due_date } = row
    const said = scheduleToRRule(row)
    return said
      ? { start: said.start, rule: said.lines[0]!.replace('RRULE:', '') }
      : { start: due_date!, rule: lateInMonth(Number(due_date!.slice(8))) }
  })
}

/** A day that not every month has, or else the last one: calendars read it in different ways, so core writes no such rule, but both libraries know it. */
const lateInMonth = (day: number): string =>
  `FREQ=MONTHLY;BYMONTHDAY=${[28, 29, 30, 31].filter((each) => each <= day).join(',')};BYSETPOS=-1`

function byRRule(plan: Scenario, events: number): () => void {
  const rules = rulesOf(plan).map(
    ({ start, rule }) => new RRule({ ...RRule.parseString(`DTSTART:${compact(start)}T000000Z\nRRULE:${rule}`) }, true),
  )
  const [from, until] = [new Date(`${start_date}T00:00:00Z`), new Date(Date.parse(`${five_years}T00:00:00Z`) - 1)]
  return counted('rrule', events, () => rules.reduce((sum, rule) => sum + rule.between(from, until, true).length, 0))
}

function byRRuleTemporal(plan: Scenario, events: number): () => void {
  const rules = rulesOf(plan).map(
    ({ start, rule }) => new RRuleTemporal({ rruleString: `DTSTART:${compact(start)}T000000Z\nRRULE:${rule}`, cache: false }),
  )
  const [from, until] = [new Date(`${start_date}T00:00:00Z`), new Date(Date.parse(`${five_years}T00:00:00Z`) - 1)]
  return counted('rrule-temporal', events, () => rules.reduce((sum, rule) => sum + rule.between(from, until, true).length, 0))
}

/** Whoever finds other dates is not compared. */
function counted(name: string, events: number, count: () => number): () => void {
  const found = count()
  if (found !== events) throw new Error(`${name} finds ${found} dates where there are ${events}.`)
  return () => void count()
}

/** Milliseconds of hledger's whole process on the rows as periodic rules, on the nearest day that it has a rule for; null where there is none. */
function byHledger(plan: Scenario): number[] | null {
  const path = findHledger()
  if (!path) return null
  const folder = mkdtempSync(join(tmpdir(), 'pynance-bench-'))
  const file = join(folder, 'plan.journal')
  const rule = ({ due_date, schedule, amount_cents, name }: Payment, sign: 1 | -1): string => {
    const [, month, day] = due_date!.split('-').map(Number) as [number, number, number]
    const every = {
      day: 'every day',
      week: 'every 7 days',
      month: `every ${Math.min(day, 28)}th day of month`,
      year: `every ${month}/${day}`,
    }[schedule!.unit]
    return `~ ${every} from ${due_date} to ${five_years}\n    assets:available  USD ${((sign * amount_cents) / 100).toFixed(2)}\n    ${sign < 0 ? 'expenses' : 'income'}:${name}\n`
  }
  writeFileSync(
    file,
    ['commodity USD 1000.00\n', ...plan.incomes.map((row) => rule(row, 1)), ...plan.bills.map((row) => rule(row, -1))].join('\n'),
  )
  const times = Array.from({ length: rounds }, () => {
    const begun = performance.now()
    const { status, stderr } = spawnSync(
      path,
      [
        '-f',
        file,
        `--forecast=${start_date}..${five_years}`,
        'balance',
        'assets',
        '-H',
        '-D',
        '-O',
        'csv',
        '-b',
        start_date,
        '-e',
        five_years,
      ],
      { maxBuffer: 1 << 28 },
    )
    if (status !== 0) throw new Error(`hledger: ${stderr.toString()}`)
    return performance.now() - begun
  })
  rmSync(folder, { recursive: true, force: true })
  return times
}

async function asItGrows(): Promise<Part> {
  const sizes = [1, 3, 10].map((times) => ({ name: `${times} × the plan, 5 years`, plan: timePlan(times), until: five_years }))
  const spans = [5, 10, 50].map((years) => ({
    name: `1 × the plan, ${years} years`,
    plan: timePlan(1),
    until: `${Number(start_date.slice(0, 4)) + years}-01-01`,
  }))
  const cases = [...sizes, ...spans.slice(1)]
  const times = await timed(
    Object.fromEntries(
      cases.flatMap(({ name, plan, until }) => [
        [`${name}, cold`, fromNothing(plan, until)],
        [`${name}, edited`, afterOneAmount(plan, until)],
      ]),
    ),
  )
  const events = new Map(cases.map(({ name, plan, until }) => [name, projected(plan, until).events.row.length]))
  const at = (name: string, state: string): number => median(times[`${name}, ${state}`]!)
  const slopeOf = (list: readonly { name: string }[], state: string): number =>
    slope(list.map(({ name }) => [events.get(name)!, at(name, state)]))
  const slopes = [
    ['plan', sizes],
    ['years', [sizes[0]!, ...spans.slice(1)]],
  ] as const
  const span_days = dayOf(five_years)! - dayOf(start_date)!
  return {
    title: 'A projection as plans and horizons grow',
    findings: slopes.flatMap(([what, list]) =>
      ['cold', 'edited'].map((state): Finding => ({
        name: `Growth with the ${what}, ${state}`,
        value: slopeOf(list, state),
        unit: '',
        bound: { at: 'most', value: 1.1 },
        from: 'slope of time over events, log axes',
      })),
    ),
    table: [
      ['', 'events', 'cold', 'ns an event', 'edited', 'ns an event'],
      ...cases.map(({ name }) => [
        name,
        String(events.get(name)),
        ...['cold', 'edited'].flatMap((state) => [
          `${at(name, state).toFixed(3)} ms`,
          ((at(name, state) / events.get(name)!) * 1e6).toFixed(1),
        ]),
      ]),
    ],
    notes: [`A plan some times over has as many times the bills, incomes, allocations and goals; 5 years are ${span_days} days.`],
    measured: times,
  }
}

/** The slope of the line through the points on log axes, by least squares. */
function slope(points: [number, number][]): number {
  const logs = points.map(([x, y]) => [Math.log(x), Math.log(y)] as const)
  const mean = (of: 0 | 1): number => logs.reduce((sum, point) => sum + point[of], 0) / logs.length
  const [x, y] = [mean(0), mean(1)]
  return logs.reduce((sum, point) => sum + (point[0] - x) * (point[1] - y), 0) / logs.reduce((sum, point) => sum + (point[0] - x) ** 2, 0)
}

const warming_ms = 300
const round_ms = 300
/** The processor's clock is coarse: so long is measured at a time, at least. */
const batch_ms = 30

/** Milliseconds of every side, one figure a round. */
async function timed<Side extends string>(sides: Record<Side, () => void>): Promise<Record<Side, number[]>> {
  const measures = Object.entries<() => void>(sides).map(([side, work]) => {
    const warm = batch(warming_ms, 1, work)
    const at_once = Math.max(1, Math.floor(1 / warm))
    return [side, () => Promise.resolve(median(Array.from({ length: round_ms / batch_ms }, () => batch(batch_ms, at_once, work))))] as const
  })
  return inTurn(Object.fromEntries(measures) as Record<Side, () => Promise<number>>)
}

/** Processor time of the main thread for one run, in milliseconds, over so many that they take as long as asked. */
function batch(least_ms: number, at_once: number, work: () => void): number {
  const begun = process.threadCpuUsage()
  let runs = 0
  let spent = 0
  while (spent < least_ms) {
    for (let run = 0; run < at_once; run += 1) work()
    runs += at_once
    const { user, system } = process.threadCpuUsage(begun)
    spent = (user + system) / 1_000
  }
  return spent / runs
}
