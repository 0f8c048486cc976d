/** In which order debts are paid off: the highest rate first, the smallest first, and the order that costs the least interest. */
import { dateOf, dayOf, isPlainDate, monthOf } from '../calendar.ts'
import type { ScenarioEdit } from '../edit/scenario-edit.ts'
import { problem } from '../problem.ts'
import type { DayBalance } from '../projection/figures/figure.ts'
import type { SimulationSetup } from '../projection/setup.ts'
import type { Scenario } from '../scenario.ts'
import { bestOrder } from './best-order.ts'
import { payDays, payRuleOf, type PayRule } from './debt-days.ts'
import { openDebts, regularOf, runWork, setupsOf, type LeftOut, type OpenDebt } from './debt-field.ts'
import { runDebts, type Debt, type DebtOutcome, type Owing, type Paying } from './debt-run.ts'
import { balanceWith, belowIn, looking, lookWith, tightestDay, type Looking, type Refused } from './looking.ts'
import { payRows } from './pay-rows.ts'

export interface DebtsAsked {
  /** The person's day, YYYY-MM-DD. */
  today: string
  /** What is paid a month beside what the plan pays already, minor units ≥ 0. */
  extra_cents: number
  /** Nothing more is paid before this day: each debt is, with its own payments from then on. Absent: today. */
  from?: string | undefined
}

export interface DebtOrder {
  /** The debts in the order in which they are paid off. */
  order: string[]
  /** In list order. null: owed for as long as a plan is looked at. Interest since start_date, minor units. */
  debts: { account_id: string; name: string; paid_off_on: string | null; interest_cents: number }[]
  /** From which day nothing is owed on any of them, and how many months that is from now; null: never. */
  paid_off_on: string | null
  months: number | null
  interest_cents: number
  /**
   * The lowest day of the main account with it, of as many as the plan is watched from the first day on which more is paid; where nothing
   * more is, from the first one on which it may be.
   */
  lowest: DayBalance
  keeps_floor: boolean
}

export interface DebtsOrdered {
  today: string
  extra_cents: number
  /** The first day on which more may be paid. */
  from: string
  /** What is paid on all of them a month from then on, the plan's own payments counted. */
  monthly_cents: number
  /** The lowest of the days watched with the best order as the plan is; and of those before them, where it is below the floor. */
  planned_lowest: DayBalance
  below_before: DayBalance | null
  /** As the plan is: nothing more is paid, and nothing goes on to another debt. */
  as_planned: Omit<DebtOrder, 'order' | 'lowest' | 'keeps_floor'>
  /** The highest rate first, the smallest debt first, and the order of the least interest. null: the plan has no debt to order. */
  orders: { avalanche: DebtOrder; snowball: DebtOrder; best: DebtOrder } | null
  /** How many orders were tried for the best one, and whether that is every order there is. */
  tried: number
  is_every_order: boolean
  /** Debts that are not ordered: cards whose statements are paid in full, and debts onto which more is charged. */
  left_out: LeftOut[]
}

export const orderNames = ['avalanche', 'snowball', 'best'] as const
export type OrderName = (typeof orderNames)[number]
/** Makes one of the orders a part of the plan. `row`: the id and the name of the transfer to a debt. Null: nothing more is paid by it. */
export type PutOrder = (name: OrderName, row: (account_id: string) => { id: string; name: string }) => ScenarioEdit | null

/** Problems: `window_is_not_valid` for a first day that has passed; those of a projection. */
export function debts(scenario: Scenario, asked: DebtsAsked): { ok: true; answer: DebtsOrdered; put: PutOrder } | Refused {
  const { today, extra_cents } = asked
  if (!isPlainDate(today)) return { ok: false, problems: [problem('date_must_be_a_calendar_day', '/today')] }
  const now_date = today > scenario.start_date ? today : scenario.start_date
  const seen = looking(scenario, today, asked.from ?? now_date, days_ahead + scenario.safety_days, '/from')
  if (!seen.ok) return seen
  const { look } = seen
  const { open, left_out } = openDebts(scenario, look, now_date)
  const rules = open.map(({ account }) => payRuleOf(scenario, account, asked.from ?? now_date))
  const from = firstDay(rules) ?? asked.from ?? now_date
  const said = { today, extra_cents, from, left_out }
  const from_day = dayOf(from)! - look.start_day
  if (open.length === 0)
    return {
      ok: true,
      answer: {
        ...said,
        ...plannedLowest(look, heldDays(look, from_day)),
        monthly_cents: extra_cents,
        as_planned: toldOf([], { debts: [], interest_cents: 0, paid: [] }, now_date),
        orders: null,
        tried: 0,
        is_every_order: true,
      },
      put: () => null,
    }
  const regular = regularOf(open, look, dayOf(asked.from ?? now_date)! - look.start_day)
  const avalanche = sorted(open, (a, b) => rateOf(b) - rateOf(a) || a.owed_cents - b.owed_cents)
  const snowball = sorted(open, (a, b) => a.owed_cents - b.owed_cents || rateOf(b) - rateOf(a))
  const looked = lookedFar(scenario, regular, rules, asked, [avalanche, snowball])
  if (!looked.ok) return looked
  const { paying, setup, as_planned } = looked
  const best = bestOrder((order) => runDebts(setup, { ...paying, order }), [avalanche, snowball], runsOf(setup))
  const chosen = { avalanche, snowball, best: best.order }
  const firstOf = (name: OrderName): number => firstPaid(best.outcomeOf(chosen[name]).paid, paying.debts) ?? from_day
  const watching = lookedUntil(scenario, asked, look, Math.max(...orderNames.map(firstOf)))
  if (!watching.ok) return watching
  const { look: watched } = watching
  const put: PutOrder = (name, row) => {
    const { paid } = best.outcomeOf(chosen[name])
    const more = chosen[name].map((nth) => ({
      account_id: open[nth]!.account.id,
      cents: paid[nth]!,
      rule: rules[nth]!,
      days: paying.debts[nth]!.days,
    }))
    return payRows(more, setup.occurrences.start_day, row)
  }
  const told = (name: OrderName): DebtOrder => ({
    order: chosen[name].map((nth) => open[nth]!.account.id),
    ...toldOf(open, best.outcomeOf(chosen[name]), now_date),
    ...lowestWith(scenario, watched, heldDays(watched, firstOf(name)), put(name, trialRows())),
  })
  const monthly_cents = regular.reduce((sum, { regular_cents }) => sum + regular_cents, extra_cents)
  const orders = { avalanche: told('avalanche'), snowball: told('snowball'), best: told('best') }
  return {
    ok: true,
    answer: {
      ...said,
      ...plannedLowest(watched, heldDays(watched, firstOf('best'))),
      monthly_cents,
      as_planned: toldOf(open, as_planned, now_date),
      orders,
      tried: best.tried,
      is_every_order: best.isEvery,
    },
    put,
  }
}

/** A year and what a first payment may wait. */
const days_ahead = 430

/** The earliest day of all rules; null: there is none. */
function firstDay(rules: readonly PayRule[]): string | null {
  const days = rules.map((rule) => payDays({ start_day: 0, until_day: dayOf(rule.from)! + 100 }, rule).find(({ isDue }) => isDue)!.day)
  return days.length === 0 ? null : dateOf(Math.min(...days))
}

const rateOf = ({ account: { interest } }: OpenDebt): number => interest?.rate_basis_points ?? 0
const sorted = (open: readonly OpenDebt[], by: (a: OpenDebt, b: OpenDebt) => number): number[] =>
  open.map((_, nth) => nth).sort((a, b) => by(open[a]!, open[b]!) || a - b)
/** And stays so: a card books the interest of its last days as its next statement closes, which must lie within what was looked at. */
const isPaidOff = ({ debts: all }: DebtOutcome, { occurrences }: SimulationSetup): boolean =>
  all.every(({ paid_off_on }) => paid_off_on !== null && dayOf(paid_off_on)! + 62 < occurrences.until_day)

interface Field {
  setup: SimulationSetup
  paying: Omit<Paying, 'order'>
  isPaidOff: boolean
}

/** As far as all debts are paid off in the first orders, or as far as a plan is looked at; and how they go on as they are planned. */
function lookedFar(
  scenario: Scenario,
  owing: readonly Owing[],
  rules: readonly PayRule[],
  asked: DebtsAsked,
  orders: readonly (readonly number[])[],
): ({ ok: true; as_planned: DebtOutcome } & Field) | Refused {
  let [field, as_planned]: [Field | null, DebtOutcome | null] = [null, null]
  for (const made of setupsOf(scenario, new Set(owing.map(({ id }) => id)), asked.today)) {
    if (!made.ok) return made
    const { setup } = made
    as_planned = runDebts(setup, { debts: owing.map((one) => ({ ...one, days: [] })), order: [], extra_cents: 0 })
    if (!field?.isPaidOff) {
      const paying = {
        debts: owing.map((one, nth) => ({ ...one, days: payDays(setup.occurrences, rules[nth]!) })),
        extra_cents: asked.extra_cents,
      }
      field = { setup, paying, isPaidOff: orders.every((order) => isPaidOff(runDebts(setup, { ...paying, order }), setup)) }
    }
    if (field.isPaidOff && isPaidOff(as_planned, setup)) break
  }
  return { ok: true, ...field!, as_planned: as_planned! }
}

/** How many orders may be tried, by what one of them costs. */
const runsOf = ({ scenario, occurrences: { dates, start_day, until_day } }: SimulationSetup): number =>
  Math.max(
    2,
    Math.min(
      130,
      Math.floor(
        most_work /
          runWork(
            scenario,
            dates.reduce((sum, { effective }) => sum + effective.length, 0),
            until_day - start_day,
          ),
      ),
    ),
  )
const most_work = 2_500_000

function toldOf(open: readonly OpenDebt[], { debts: all, interest_cents }: DebtOutcome, now_date: string): DebtsOrdered['as_planned'] {
  const last = all.reduce<string | null>(
    (latest, { paid_off_on }) => (latest === null || paid_off_on === null ? null : paid_off_on > latest ? paid_off_on : latest),
    now_date,
  )
  return {
    debts: open.map(({ account: { id, name } }, nth) => ({ account_id: id, name, ...all[nth]! })),
    paid_off_on: last,
    months: last === null ? null : monthOf(dayOf(last)!) - monthOf(dayOf(now_date)!),
    interest_cents,
  }
}

/** Ids that no row of a plan has. */
function trialRows(): Parameters<PutOrder>[1] {
  let next = 0
  return () => ({ id: `00000000-0000-4000-8000-ffff${String(next++).padStart(8, '0')}`, name: 'Trial' })
}

interface HeldDays {
  /** Indices; `until` is behind the last one. */
  first: number
  until: number
}

/** As many days as the plan is watched, from one on. */
const heldDays = ({ projection: { scenario }, days }: Looking, first: number): HeldDays => ({
  first,
  until: Math.min(first + scenario.safety_days, days),
})

/** The first day on which more is paid on some debt; null: on none. */
function firstPaid(paid: readonly Float64Array[], all: readonly Debt[]): number | null {
  const days = all.flatMap(({ days }, nth) => days[paid[nth]!.findIndex((cents) => cents > 0)]?.day ?? [])
  return days.length === 0 ? null : Math.min(...days)
}

/** The same plan as far as it is watched from a day on. */
function lookedUntil(scenario: Scenario, { today }: DebtsAsked, look: Looking, first: number): { ok: true; look: Looking } | Refused {
  if (first + scenario.safety_days <= look.days) return { ok: true, look }
  return looking(scenario, today, dateOf(look.start_day + first), scenario.safety_days, '/from')
}

const plannedLowest = (look: Looking, { first, until }: HeldDays): Pick<DebtsOrdered, 'planned_lowest' | 'below_before'> => ({
  planned_lowest: balanceWith(look, tightestDay(look, first, until), 0),
  below_before: belowIn(look, look.now, first),
})

function lowestWith(
  scenario: Scenario,
  look: Looking,
  { first, until }: HeldDays,
  edit: ScenarioEdit | null,
): Pick<DebtOrder, 'lowest' | 'keeps_floor'> {
  const after = (edit && lookWith(scenario, look, edit)) ?? look
  const lowest = balanceWith(after, tightestDay(after, first, until), 0)
  return { lowest, keeps_floor: lowest.available_cents >= scenario.floor_cents }
}
