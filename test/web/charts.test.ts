import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, dateOf, dayOf } from '../../core/calendar.ts'
import { applyEdit } from '../../core/edit/edit.ts'
import { minorUnitDigits } from '../../core/money/money.ts'
import { readAmount } from '../../core/money/typed-amount.ts'
import { project } from '../../core/projection/project.ts'
import type { Projection } from '../../core/projection/projection.ts'
import { emptyScenario, type ListInputs, type ScenarioFields } from '../../core/scenario.ts'
import { anyAccountsPlan } from '../core/accountPlans.ts'
import { runs } from '../core/runs.ts'
import { dayWords, spoken } from '../../web/components/charts/dayWords.ts'
import { draw } from '../../web/components/charts/drawing/drawing.ts'
import { boxOf, placeLabels, widthOf, type Box } from '../../web/components/charts/labels.ts'
import { monthColumns, monthRows, type MonthColumn } from '../../web/components/charts/monthRows.ts'
import { dayAt, dayTicks, moneyTicks, xOf, type Frame } from '../../web/components/charts/scales.ts'
import { dailySteps, monthlyReach, stairs, type Steps } from '../../web/components/charts/steps.ts'
import { currencySigns, numberMarks } from '../../web/format/typedAmount.ts'
import { speaking } from './speaking.ts'

const today = '2026-03-01'
const at = '2026-03-01T12:00:00.000Z'
const id = (n: number): string => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`
const monthly = { every: 1, unit: 'month' } as const
const rent = { id: id(1), name: 'Rent', amount_cents: 70_000, due_date: '2026-03-12', schedule: monthly }
const pay = { id: id(3), name: 'Pay', amount_cents: 80_000, due_date: '2026-03-15', schedule: monthly }

function projectionOf(lists: ListInputs, fields: Partial<ScenarioFields> = {}, days = 92): Projection {
  const plan = applyEdit(
    emptyScenario({ id: id(0), name: 'Plan', planning_balance_cents: 100_000, ...fields }, today, at),
    { type: 'put_lists', ...lists },
    at,
  )
  if (!plan.ok) throw new Error(JSON.stringify(plan.problems))
  const found = project(plan.scenario, { today, until: addDays(plan.scenario.start_date, days) })
  if (!found.ok) throw new Error(JSON.stringify(found.problems))
  return found.projection
}

/** What an amount that is shown comes to, in minor units. */
function centsIn(text: string, currency: string): number {
  const found = readAmount(text, minorUnitDigits(currency), numberMarks(currency), currencySigns(currency))
  if (!found.ok) throw new Error(text)
  return found.amount_cents
}

const drawn = (projection: Projection, width = 800, height = 300) =>
  draw({ series: [{ id: id(0), name: 'Plan', projection }], from: projection.start_date, until: projection.until }, width, height)

/** Whether the line runs through the words, looked at pixel by pixel. */
function isOver(box: Box, { days, cents, until_day }: Steps, frame: Frame): boolean {
  for (let px = Math.ceil(box.left); px <= box.right; px += 1) {
    const day = dayAt(frame, px)
    const at = days.findLastIndex((start) => start <= day)
    const y =
      at < 0 || day >= until_day
        ? null
        : frame.bottom - ((cents[at]! - frame.low_cents) / (frame.high_cents - frame.low_cents)) * (frame.bottom - frame.top)
    if (y !== null && y > box.top && y < box.bottom) return true
  }
  return false
}

const meets = (a: Box, b: Box): boolean => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom

describe('the line', () => {
  const days = (projection: Projection) => [dayOf(projection.start_date)!, dayOf(projection.until)!] as const

  test('steps where the balance changes, and only there', () => {
    const projection = projectionOf({ bills: [rent], incomes: [pay] })
    const steps = dailySteps(projection, ...days(projection))
    expect(steps.days.map(dateOf)).toEqual([
      '2026-03-01',
      '2026-03-12',
      '2026-03-15',
      '2026-04-12',
      '2026-04-15',
      '2026-05-12',
      '2026-05-15',
    ])
    expect(steps.cents.slice(0, 3)).toEqual([100_000, 30_000, 110_000])
  })

  test('by the month it is each month’s true lowest day', () => {
    const projection = projectionOf({ bills: [rent], incomes: [pay] }, {}, 1_827)
    const { lows, highs } = monthlyReach(projection, ...days(projection))
    expect(lows.cents).toEqual(projection.months.map(({ lowest }) => lowest.available_cents))
    expect(highs.cents.slice(0, 2)).toEqual([110_000, 120_000])
    expect(drawn(projection).isByMonth).toBe(true)
    expect(drawn(projectionOf({ bills: [rent] }, {}, 366)).isByMonth).toBe(false)
  })

  test('the days before the first shown do not make the first month’s low', () => {
    const projection = projectionOf({ bills: [rent], incomes: [pay] }, {}, 1_827)
    expect(monthlyReach(projection, dayOf('2026-03-20')!, dayOf('2028-01-01')!).lows.cents[0]).toBe(110_000)
  })

  test('is no longer than the pixels across allow, and still reaches each height within a pixel', () => {
    const walk = fc.array(fc.integer({ min: -5_000, max: 5_000 }), { minLength: 2, maxLength: 2_000 })
    fc.assert(
      fc.property(walk, fc.integer({ min: 20, max: 400 }), (cents, width) => {
        const steps: Steps = { days: cents.map((_, index) => index), cents, until_day: cents.length }
        const x = (day: number): number => (day / cents.length) * width
        const path = stairs(steps, x, (value) => value)
        const heights = new Set([...path.matchAll(/(?:V|M[^,]*,)(-?[\d.]+)/g)].map((match) => Number(match[1])))
        expect(path.match(/V/g)!.length).toBeLessThanOrEqual(3 * (width + 1))
        for (let column = 0; column < width; column += 1) {
          const within = cents.filter((_, day) => Math.floor(x(day)) === column)
          if (within.length > 0) expect([Math.min(...within), Math.max(...within)].every((value) => heights.has(value))).toBe(true)
        }
      }),
      { numRuns: 60 },
    )
  })
})

describe('what is written beside it', () => {
  test('amounts are round, few, and never finer than whole units', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -1_000_000_000_000, max: 1_000_000_000_000 }),
        fc.integer({ min: 1, max: 1_000_000_000_000 }),
        fc.integer({ min: 2, max: 8 }),
        (low, span, most) => {
          const ticks = moneyTicks(low, low + span, most, 100)
          expect(ticks.length).toBeLessThanOrEqual(most + 1)
          expect(ticks.every((tick) => tick % 100 === 0 && tick >= low && tick <= low + span)).toBe(true)
        },
      ),
    )
  })

  test('days are Mondays, months or years, with room for their words', () => {
    const frame = (days: number, width: number): Frame => ({
      from_day: dayOf(today)!,
      until_day: dayOf(today)! + days,
      low_cents: 0,
      high_cents: 1,
      left: 0,
      right: width,
      top: 0,
      bottom: 100,
    })
    expect(dayTicks(frame(31, 800)).map(({ day }) => dateOf(day))).toEqual([
      '2026-03-02',
      '2026-03-09',
      '2026-03-16',
      '2026-03-23',
      '2026-03-30',
    ])
    expect(
      dayTicks(frame(366, 800))
        .map(({ day, names }) => `${dateOf(day)} ${names}`)
        .slice(9, 12),
    ).toEqual(['2026-12-01 month', '2027-01-01 year', '2027-02-01 month'])
    for (const [days, width] of [
      [31, 330],
      [92, 330],
      [366, 330],
      [1_827, 330],
      [1_827, 1_100],
    ] as const) {
      const ticks = dayTicks(frame(days, width)).map(({ day }) => xOf(frame(days, width), day))
      expect(ticks.length).toBeGreaterThan(0)
      expect(
        ticks.slice(1).every((x, index) => x - ticks[index]! >= 40),
        `${days} days on ${width}`,
      ).toBe(true)
    }
  })

  test('words lie within the plot, not over the line and not over each other where there is room', () => {
    const frame: Frame = { from_day: 0, until_day: 100, low_cents: 0, high_cents: 1_000, left: 40, right: 640, top: 10, bottom: 300 }
    const low: Steps = { days: [0, 50], cents: [900, 500], until_day: 100 }
    const place = { x: 638, y: 180, anchor: 'start' as const }
    const [first, second, third] = placeLabels(
      [
        { key: 'a', text: 'lowest point', tone: 'plain', places: [{ x: 600, y: 156, anchor: 'middle' }, place] },
        { key: 'b', text: 'another', tone: 'plain', places: [{ ...place, y: 210 }] },
        { key: 'c', text: 'can be left out', tone: 'quiet', canBeLeftOut: true, places: [{ ...place, y: 211 }] },
      ],
      frame,
      { lines: [low] },
    )
    expect(first).toMatchObject({ x: frame.right, y: 180, anchor: 'end' })
    expect(second!.y).toBe(210)
    expect(third).toBeUndefined()
  })

  test('the floor and the lowest point are named, with words for what is below', () => {
    const { labels, marks, belowFloor, belowDanger } = drawn(projectionOf({ bills: [rent], incomes: [pay] }, { floor_cents: 40_000 }))
    expect(labels.map(({ text }) => text)).toEqual(['$300.00 on Mar 12, below your floor', 'your floor, $400'])
    expect(marks.map(({ tone }) => tone)).toEqual(['amber'])
    expect([belowFloor !== null, belowDanger !== null]).toEqual([true, false])
  })

  test.each(['en', 'de'])(
    'no words lie over each other, over the figures beside the plot, over its marks, or over the rules of the floor and of zero, in %s',
    (language) => {
      const row = fc.record({
        amount_cents: fc.integer({ min: 1, max: 300_000 }),
        day: fc.integer({ min: 0, max: 60 }),
        every: fc.integer({ min: 1, max: 4 }),
        unit: fc.constantFrom('day' as const, 'week' as const, 'month' as const),
      })
      const some = (n: number) => (rows: { amount_cents: number; day: number; every: number; unit: 'day' | 'week' | 'month' }[]) =>
        rows.map(({ amount_cents, day, every, unit }, nth) => ({
          id: id(n + nth),
          name: `Row ${nth}`,
          amount_cents,
          due_date: addDays(today, day),
          schedule: { every, unit },
        }))
      fc.assert(
        fc.property(
          fc.array(row, { maxLength: 6 }).map(some(100)),
          fc.array(row, { maxLength: 4 }).map(some(200)),
          fc.integer({ min: -200_000, max: 2_000_000 }),
          fc.oneof(fc.constant(0), fc.integer({ min: -50_000, max: 400_000 })),
          fc.constantFrom(31, 92, 183, 366, 1_827),
          fc.constantFrom(288, 358, 700, 1_104),
          fc.integer({ min: 1, max: 4 }),
          (bills, incomes, planning_balance_cents, floor_cents, days, width, plans) => {
            const series = Array.from({ length: plans }, (_, nth) => {
              const projection = projectionOf(
                { bills, incomes },
                { planning_balance_cents: planning_balance_cents + nth * 7_000, floor_cents },
                Math.max(days, 366),
              )
              return { id: id(nth), name: `Plan ${nth}`, projection }
            })
            const drawing = speaking(language, () =>
              draw({ series, from: today, until: addDays(today, days) }, width, width < 560 ? 230 : 300),
            )
            const { frame, labels, rules, dates, marks, floor_y, zero_y, names } = drawing
            const lines = series.map(({ projection }) =>
              days > 366
                ? monthlyReach(projection, frame.from_day, frame.until_day).lows
                : dailySteps(projection, frame.from_day, frame.until_day),
            )
            const boxes = labels.map((label) => boxOf(label, label))
            const axis = [
              ...rules.map(({ y, text }) => ({ left: frame.left - 6 - widthOf(text), right: frame.left - 6, top: y - 8, bottom: y + 6 })),
              ...dates.map(({ x, text }) => ({
                left: x - widthOf(text) / 2,
                right: x + widthOf(text) / 2,
                top: frame.bottom + 8,
                bottom: frame.bottom + 22,
              })),
            ]
            const ends = names.map(({ x, y, text }) => ({ left: x, right: x + widthOf(text), top: y - 11, bottom: y + 3 }))
            const dots = marks.map(({ x, y }) => ({ left: x - 5, right: x + 5, top: y - 5, bottom: y + 5 }))
            boxes.forEach((box, nth) => {
              for (const other of [...boxes.slice(nth + 1), ...axis, ...ends, ...dots])
                expect(meets(box, other), `${labels[nth]!.text} ${JSON.stringify([box, other])}`).toBe(false)
              for (const y of [floor_y!, ...(zero_y === null ? [] : [zero_y])])
                expect(y > box.top && y < box.bottom, labels[nth]!.text).toBe(false)
              expect(
                box.top >= 0 && box.bottom <= frame.bottom + 4 && box.left >= frame.left - 1 && box.right <= frame.right + 1,
                labels[nth]!.text,
              ).toBe(true)
            })
            // Of several plans the table below says it too, so no words stand over their lines.
            if (plans === 1) expect(labels[0]?.key, 'the lowest point is told').toContain(' ')
            for (const label of labels) {
              const isLowPoint = label.key.includes(' ')
              if (plans > 1 ? isLowPoint : label.key === 'payday' || (isLowPoint && label !== labels[0]))
                expect(
                  lines.some((steps) => isOver(boxOf(label, label), steps, frame)),
                  `${label.text} over a line`,
                ).toBe(false)
            }
            expect(labels.some(({ key }) => key === 'floor')).toBe(true)
          },
        ),
        { numRuns: runs(400), endOnFailure: true },
      )
    },
  )

  test('below zero is hatched apart, and said', () => {
    const { labels, belowFloor, belowDanger } = drawn(
      projectionOf({ bills: [{ ...rent, amount_cents: 120_000 }], incomes: [pay] }, { floor_cents: 40_000 }),
    )
    expect(labels[0]!.text).toMatch(/^-\u2060\$\d.* below zero$/)
    expect([belowFloor, belowDanger].every((shade) => shade !== null)).toBe(true)
    expect(belowFloor!.bottom).toBeCloseTo(belowDanger!.top)
  })

  test('of several lines the lowest point of all is told, however narrow the picture', () => {
    const monthly = { every: 1, unit: 'month' } as const
    const bills = [
      [100_000, '2026-03-02'],
      [53_260, '2026-03-07'],
      [8_400, '2026-03-10'],
      [20_000, '2026-03-16'],
    ].map(([amount_cents, due_date], nth) => ({
      id: id(200 + nth),
      name: `Bill ${nth}`,
      schedule: monthly,
      amount_cents: amount_cents as number,
      due_date: due_date as string,
    }))
    const salary = { ...pay, amount_cents: 190_000, schedule: { ...monthly, on: [15, -1] } }
    const series = [[salary], []].map((incomes, nth) => ({
      id: id(nth + 10),
      name: ['Household', 'Without Salary'][nth]!,
      projection: projectionOf({ bills, incomes }, { planning_balance_cents: 264_000, floor_cents: 20_000 }),
    }))
    for (const width of [320, 358, 390, 700, 1_104])
      for (const days of [31, 62, 91, 92]) {
        const { labels, marks } = draw({ series, from: today, until: addDays(today, days) }, width, width < 560 ? 230 : 300)
        const lowest = marks.reduce((least, mark) => (mark.y > least.y ? mark : least))
        expect(labels.map(({ key }) => key)).toContain(lowest.key)
      }
  })

  test('several lines are named at their ends, apart from each other', () => {
    const projection = projectionOf({ bills: [rent], incomes: [pay] })
    const series = ['Base plan', 'What if I move to a much larger place', 'Third', 'Fourth'].map((name, index) => ({
      id: id(index + 10),
      name,
      projection,
    }))
    const { names, turns, frame } = draw({ series, from: today, until: '2026-05-01' }, 800, 300)
    const heights = names.map(({ y }) => y).sort((a, b) => a - b)
    expect(heights.slice(1).every((y, index) => y - heights[index]! >= 15)).toBe(true)
    expect(names.every(({ x, text }) => x > frame.right && x + widthOf(text) <= 800 && text.length <= 18)).toBe(true)
    expect(turns).toBeNull()
  })
})

describe('a day in words', () => {
  const projection = projectionOf({ bills: [rent], incomes: [pay] }, { floor_cents: 40_000 })
  const series = [{ id: id(0), name: 'Plan', projection }]
  test('says what is there at its end and what comes and goes', () => {
    expect(spoken(dayWords(series, dayOf('2026-03-12')!, today))).toBe('Thu, Mar 12: $300.00, below your floor. Rent -\u2060$700.00')
    expect(spoken(dayWords(series, dayOf('2026-03-15')!, today))).toBe('Sun, Mar 15: $1,100.00. Pay +$800.00')
    expect(spoken(dayWords(series, dayOf(today)!, today))).toBe('Today, Sun, Mar 1: $1,000.00')
  })
  test('names each of several plans', () => {
    const other = { id: id(7), name: 'Other', projection: projectionOf({ incomes: [pay] }) }
    expect(spoken(dayWords([...series, other], dayOf('2026-03-12')!, today))).toBe(
      'Thu, Mar 12: Plan $300.00, below your floor; Other $1,000.00. Rent -\u2060$700.00',
    )
  })
  test('is the one under the pointer', () => {
    const { frame } = drawn(projection)
    for (const day of [0, 11, 91]) expect(dayAt(frame, xOf(frame, frame.from_day + day + 0.5))).toBe(frame.from_day + day)
  })
})

describe('the months as a table', () => {
  test('one plan: what comes and goes, the lowest day and the end', () => {
    const rows = monthRows(
      [{ id: id(0), name: 'Plan', projection: projectionOf({ bills: [rent], incomes: [pay] }, { floor_cents: 40_000 }) }],
      today,
      '2026-05-01',
    )
    expect(rows.map(({ month, cells }) => [month, ...cells.map(({ text }) => text)])).toEqual([
      ['March 2026', '$800.00', '-$700.00', '$300.00, below the floor', 'Mar 12', '$1,100.00'],
      ['April 2026', '$800.00', '-$700.00', '$400.00', 'Apr 12', '$1,200.00'],
    ])
  })
  const named = (plan: Projection): string[] =>
    monthRows([{ id: id(0), name: 'Plan', projection: plan }], plan.start_date, plan.until).map(({ month }) => month)
  test('a month of which not all days are worked out says from when or until when they are', () => {
    expect(named(projectionOf({}))).toEqual(['March 2026', 'April 2026', 'May 2026'])
    expect(named(projectionOf({}, {}, 45))).toEqual(['March 2026', 'April 2026, until Apr 14'])
    expect(named(projectionOf({}, { start_date: '2026-03-20' }, 20))).toEqual(['March 2026, from Mar 20', 'April 2026, until Apr 8'])
    expect(named(projectionOf({}, { start_date: '2026-03-20' }, 3))).toEqual(['March 2026, Mar 20 to Mar 22'])
    expect(speaking('de', () => named(projectionOf({}, {}, 45)).at(-1))).toContain(', bis ')
  })
  test('only the first and the last month are ever told to be parts, as their days are', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 800 }), fc.integer({ min: 1, max: 800 }), (from, days) => {
        const plan = projectionOf({}, { start_date: addDays(today, from) }, days)
        const isPart = named(plan).map((name) => name.includes(','))
        expect(isPart.slice(1, -1)).not.toContain(true)
        const [isBegun, isCut] = [!plan.start_date.endsWith('-01'), !plan.until.endsWith('-01')]
        if (isPart.length === 1) expect(isPart).toEqual([isBegun || isCut])
        else expect([isPart[0], isPart.at(-1)]).toEqual([isBegun, isCut])
      }),
    )
  })
  test('several plans: the lowest of each, and nothing where one has no such month', () => {
    const short = projectionOf({ incomes: [pay] }, {}, 20)
    const rows = monthRows(
      [
        { id: id(0), name: 'Plan', projection: projectionOf({ bills: [rent], incomes: [pay] }) },
        { id: id(7), name: 'Short', projection: short },
      ],
      today,
      '2026-05-01',
    )
    expect(rows.map(({ cells }) => cells.map(({ text }) => text))).toEqual([
      ['$300.00', '$1,000.00'],
      ['$400.00', ''],
    ])
  })
})

describe('each month of the main account', () => {
  /** $312.60 of a card and $289.50 of a loan leave each month, beside $700 of rent. */
  const accounts = [
    { id: id(31), name: 'Visa', kind: 'card' as const, balance_cents: -31_260 },
    { id: id(32), name: 'Car loan', kind: 'loan' as const, balance_cents: -900_000 },
  ]
  const transfers = [
    { id: id(33), name: 'Card', amount_cents: 31_260, due_date: '2026-03-20', schedule: monthly, to_account_id: id(31) },
    { id: id(34), name: 'Loan', amount_cents: 28_950, due_date: '2026-03-05', schedule: monthly, to_account_id: id(32) },
  ]
  const seriesOf = (projection: Projection) => [{ id: id(0), name: 'Plan', projection }]

  test('has what goes to other accounts in a column of its own, and only where something does', () => {
    const series = seriesOf(projectionOf({ bills: [rent], incomes: [pay], accounts, transfers }))
    expect(monthColumns(series, today, '2026-05-01')).toEqual(['in', 'out', 'moved', 'lowest', 'on', 'end'])
    expect(
      monthRows(series, today, '2026-05-01').map(({ cells }) =>
        cells.filter(({ of }) => of === 'moved' || of === 'end').map(({ text }) => text),
      ),
    ).toEqual([
      ['-$602.10', '$497.90'],
      ['-$602.10', '-$4.20'],
    ])
    expect(monthColumns(seriesOf(projectionOf({ bills: [rent], incomes: [pay], accounts })), today, '2026-05-01')).not.toContain('moved')
  })

  test('adds up to what is there at its end, as the table says it, of any plan', () => {
    fc.assert(
      fc.property(anyAccountsPlan, (plan) => {
        const { start_date, currency_code } = plan
        const until = addDays(start_date, 400)
        const found = project(plan, { today: start_date, until })
        fc.pre(found.ok)
        if (!found.ok) return
        const series = seriesOf(found.projection)
        const columns = monthColumns(series, start_date, until)
        const rows = monthRows(series, start_date, until).map(({ cells }) => {
          expect(cells.map(({ of }, nth) => (columns[nth] === 'lowest' ? 'lowest' : of))).toEqual(columns)
          const cents = (column: MonthColumn): number =>
            columns.includes(column) ? centsIn(cells[columns.indexOf(column)]!.text, currency_code) : 0
          return { change: cents('in') + cents('out') + cents('moved') + cents('pots'), end: cents('end') }
        })
        const opening = found.projection.pots.reduce((sum, { opening_cents }) => sum + opening_cents, 0)
        rows.forEach(({ change, end }, nth) =>
          expect((nth === 0 ? plan.planning_balance_cents - opening : rows[nth - 1]!.end) + change).toBe(end),
        )
      }),
      { numRuns: runs(60) },
    )
  })
})

describe('accounts beside the main one', () => {
  const [visa, savings] = [id(21), id(22)]
  const projection = projectionOf({
    incomes: [pay],
    bills: [{ ...rent, account_id: visa }],
    accounts: [
      { id: visa, name: 'Visa', kind: 'card', balance_cents: -10_000, floor_cents: -60_000 },
      { id: savings, name: 'Savings', kind: 'savings', balance_cents: 500_000 },
    ],
    transfers: [{ id: id(23), name: 'Put by', amount_cents: 5_000, due_date: '2026-03-20', to_account_id: savings }],
  })
  const main = { id: id(0), name: 'Main account', projection }
  const ofAccount = (account_id: string, name: string) => ({ id: account_id, name, projection, account_id })
  const range = { from: today, until: '2026-05-01' }

  test('one by itself has its own line, its limit and its own days in words', () => {
    const { labels, turns, paydays } = draw({ series: [ofAccount(visa, 'Visa')], ...range }, 800, 300)
    expect(labels.map(({ text }) => text)).toEqual(['-\u2060$1,500.00 on Apr 12', 'limit, $600'])
    expect([turns === null, paydays]).toEqual([false, ''])
    expect(spoken(dayWords([ofAccount(visa, 'Visa')], dayOf('2026-03-12')!, today))).toBe(
      'Thu, Mar 12: -\u2060$800.00, over its limit. Rent -\u2060$700.00',
    )
    expect(monthRows([ofAccount(visa, 'Visa')], today, '2026-05-01').map(({ cells }) => cells.map(({ text }) => text))).toEqual([
      ['-$800.00'],
      ['-$1,500.00'],
    ])
  })
  test('of which no floor is watched has no rule and no colour of alarm', () => {
    const { floor_y, labels, turns, belowFloor } = draw({ series: [ofAccount(savings, 'Savings')], ...range }, 800, 300)
    expect([floor_y, turns, belowFloor]).toEqual([null, null, null])
    expect(labels.map(({ text }) => text)).toEqual(['$5,000.00 on Mar 1'])
  })
  test('all together are named at their ends, and the day of each is said', () => {
    const series = [main, ofAccount(visa, 'Visa'), ofAccount(savings, 'Savings')]
    const { names, lines } = draw({ series, ...range }, 800, 300)
    expect([names.map(({ text }) => text), lines.length]).toEqual([['Savings', 'Main account', 'Visa'], 3])
    expect(spoken(dayWords(series, dayOf('2026-03-20')!, today))).toBe(
      'Fri, Mar 20: Main account $1,750.00; Visa -\u2060$800.00, over its limit; Savings $5,050.00. Put by -\u2060$50.00',
    )
  })
})
