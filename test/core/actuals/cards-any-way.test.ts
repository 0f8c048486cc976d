/** A card's payments say the same of a plan in whichever way they become known: by which files, in how many, on which device, or by hand. */
import { describe, expect, it } from 'vitest'
import { chanceOf } from '../../../bench/prediction/seeded.ts'
import type { HeldAccount, Links } from '../../../core/actuals/linked.ts'
import { addDays } from '../../../core/calendar.ts'
import { editSaid } from '../../../core/payments/edit-said.ts'
import { paymentsAhead } from '../../../core/payments/payments-ahead.ts'
import type { AccountTransaction } from '../../../core/prediction/history.ts'
import type { Scenario } from '../../../core/scenario.ts'
import { projected } from '../projectionPlans.ts'
import { manyRuns } from '../runs.ts'
import { begun, bringOnce, saidOf, type InTurn } from './inTurn.ts'
import { edited, paid, paidInFull, plan, rowId } from './plans.ts'

const CARD = rowId(7)
const links: Links = { MAIN: null, CARD }
const dayOn = (day: number): string => addDays('2026-02-28', day)
const last_day = 44

/** What an account's files hold until a day, by what was on it as March began. */
const fileOf =
  (account: string, list: readonly AccountTransaction[], opening: number) =>
  (day: number): HeldAccount => {
    const balance_date = dayOn(day)
    const all = list.toSorted((a, b) => (a.date < b.date ? -1 : 1))
    const transactions = all.filter(({ date }) => date <= balance_date)
    const since = transactions.filter(({ date }) => date >= '2026-03-01').reduce((sum, { amount_cents }) => sum + amount_cents, 0)
    return { account, transactions, balance_cents: opening + since, balance_date, balance_agrees: true }
  }

interface Paying {
  on: number
  leg: number
  cents: number
}

type Chance = ReturnType<typeof chanceOf>

/** How a statement that is due on a day of March is paid: whole or not, at once or in parts, with more beside it. */
function payments(chance: Chance, due: number, closed: number, statement: number): Paying[] {
  const paying = (on: number, cents: number): Paying[] =>
    on < 1 || on <= closed ? [] : [{ on, leg: on + chance.oneOf([0, 0, 1, 2]), cents }]
  const other = chance.whole(1, statement - 1)
  const on = due + chance.oneOf([0, 0, 0, 1, 2, 3, 7, 11, -1, -2, -4])
  const how = chance.oneOf(['whole', 'whole', 'less', 'more', 'parts', 'extra', 'none'] as const)
  switch (how) {
    case 'whole':
      return paying(on, statement)
    case 'less':
      return paying(on, other)
    case 'more':
      return paying(on, statement + chance.whole(1, 5_000))
    case 'parts':
      return [...paying(on, other), ...paying(on + chance.oneOf([0, 1, 3]), statement - other)]
    case 'extra':
      return [...paying(on, statement), ...paying(due + chance.whole(-12, 16), chance.whole(100, 6_000))]
    case 'none':
      return []
  }
}

function household(seed: number) {
  const chance = chanceOf(seed)
  const due_day = chance.whole(2, 20)
  const closing_day = chance.whole(due_day + 3, 27)
  const statement = chance.whole(60, 400) * 100 + 1
  const since = closing_day > 26 ? 0 : chance.whole(0, 90) * 100
  const pays = chance.oneOf(['statement', 'statement', 'statement', 'minimum', 'fixed'] as const)
  const card = paidInFull({
    due_day,
    closing_day,
    statement_cents: statement,
    pays,
    minimum_percent: 10,
    minimum_cents: 2_000,
    fixed_cents: 5_000,
  })
  const planned = pays === 'statement' ? statement : pays === 'fixed' ? 5_000 : Math.max(Math.ceil(statement / 10), 2_000)
  const paying = payments(chance, due_day, closing_day - 31, planned)
  const words = 'VISA CREDIT CARD PAYMENT'
  const main = [paid('2026-02-20', -100, 'BAKERY'), ...paying.map(({ on, cents }) => paid(dayOn(on), -cents, words))]
  const own = [paid('2026-02-02', -statement, 'SHOES'), paid('2026-02-28', -since, 'SHOES')]
  for (const { leg, cents } of paying) own.push(paid(dayOn(leg), cents, 'PAYMENT THANK YOU'))
  const hasStranger = chance.happens(0.3)
  if (hasStranger) main.push(paid(dayOn(chance.whole(1, 30)), -(paying[0]?.cents ?? planned), 'FURNITURE HOUSE'))
  for (let day = 1; day <= last_day; day += chance.whole(1, 9)) {
    if (chance.happens(0.6)) main.push(paid(dayOn(day), -chance.whole(1, 40) * 100 - 7, 'BAKERY'))
    if (chance.happens(0.6)) own.push(paid(dayOn(day), -chance.whole(1, 40) * 100 - 3, 'KIOSK'))
  }
  const opening = -statement - since
  const hasPot = chance.happens(0.4)
  const scenario = plan(
    { accounts: [{ id: CARD, name: 'Visa', kind: 'card', balance_cents: opening, card }] },
    hasPot ? { opening_pots: [{ target: `account:${CARD}`, amount_cents: planned }], balance_allocated: true } : {},
  )
  const files = [fileOf('MAIN', main, 200_000), ...(chance.happens(0.6) ? [fileOf('CARD', own, opening)] : [])]
  const ends = files.map(() => chance.whole(1, last_day - 14))
  return { chance, scenario, paying, files, ends, opening, due_day, planned, hasStranger, hasPot }
}
type Household = ReturnType<typeof household>

const held = ({ files }: Pick<Household, 'files'>, days: readonly number[]): HeldAccount[] =>
  files.flatMap((file, nth) => (days[nth]! > 0 ? [file(days[nth]!)] : []))

const bring = (now: InTurn, files: readonly HeldAccount[]): InTurn => {
  const today = files.reduce((day, { balance_date }) => (balance_date! > day ? balance_date! : day), now.plan.start_date)
  return bringOnce(now, files, links, today)
}

/** Days until which files go, turn after turn; 0: there is none of an account yet. Where money is set aside, the main account's is first. */
const cuts = ({ chance, ends, hasPot }: Household): number[][] =>
  Array.from({ length: chance.whole(1, 4) }).reduce<number[][]>(
    (known) => [
      known[0]!.map((day, nth) => {
        const until = chance.happens(0.15) ? 0 : chance.whole(0, day)
        return hasPot && nth === 0 ? Math.max(1, until) : until
      }),
      ...known,
    ],
    [ends],
  )

/** The plan with the card's first date said to be paid. */
function saidByHand(scenario: Scenario, is_counted: boolean): Scenario {
  const until = addDays(scenario.start_date, 40)
  const due = paymentsAhead(projected(scenario, scenario.start_date, until), scenario.start_date, until).find(({ id }) => id === CARD)
  const said = editSaid(scenario, due!, { said: 'paid', is_counted })
  if (!said.ok) throw new Error(JSON.stringify(said.problems))
  return edited(scenario, said.edit)
}

/** The ways in which the same files become known; of each the plan that they lead to. */
function ways(one: Household): Record<string, Scenario> {
  const { scenario, ends, paying, due_day, planned } = one
  const days = cuts(one)
  const turn = (now: InTurn, until: readonly number[]): InTurn => {
    const files = held(one, until)
    return files.length === 0 ? now : bring(now, files)
  }
  const inTurn = days.reduce(turn, begun(scenario))
  const other = days.slice(0, -1).reduce(turn, begun(scenario))
  const found: Record<string, Scenario> = {
    once: turn(begun(scenario), ends).plan,
    inTurn: inTurn.plan,
    again: turn(turn(inTurn, ends), ends).plan,
    otherDevice: turn({ ...begun(inTurn.plan) }, ends).plan,
    otherBetween: turn({ ...begun(other.plan) }, ends).plan,
  }
  const [first, ...more] = paying
  // What is said by hand is as it was.
  if (first && more.length === 0 && first.cents === planned && first.on <= ends[0]! && Math.abs(first.on - due_day) <= 14) {
    const said = saidByHand(scenario, false)
    found.byHand = turn(begun(said), ends).plan
    found.byHandInTurn = days.reduce(turn, begun(said)).plan
  }
  return found
}

/** What must be there by what the files hold: what was paid once, on both of its sides by the file of the main account. */
function ledger({ ends, files, paying, opening }: Household): string[] {
  const [until, covered = 0] = ends as [number, number?]
  const sum = (isIt: (one: Paying) => boolean): number => paying.filter(isIt).reduce((all, { cents }) => all + cents, 0)
  const hasLeft = ({ on }: Paying): boolean => on <= until
  const isTold = ({ leg }: Paying): boolean => leg <= covered
  // Four days later at the latest it stands in the card's file.
  const isOnItsWay = (one: Paying): boolean => !isTold(one) && one.on + 4 > covered
  const owed =
    files.length === 1
      ? opening + sum(hasLeft)
      : files[1]!(covered).balance_cents! + sum((one) => hasLeft(one) && isOnItsWay(one)) - sum((one) => !hasLeft(one) && isTold(one))
  return [`${dayOn(until)} main ${files[0]!(until).balance_cents}`, `Visa ${owed}`]
}

describe('a generated household’s card', () => {
  it('has what was paid once, and the same is due, in whichever way it becomes known', () => {
    const wrong = Array.from({ length: manyRuns(600) }, (_, nth) => {
      const seed = 20_000 + nth
      const one = household(seed)
      const told = Object.entries(ways(one)).map(([way, after]) => ({ way, said: saidOf(after, 60) }))
      const { said: once } = told[0]!
      // What a stranger was paid stands for a date for which nothing else came, until somebody says what it is.
      const mayStand = one.hasStranger && !one.paying.some(({ on }) => on <= one.ends[0]!)
      const expected = ledger(one)
      const isThere = mayStand || once.slice(0, 2).join() === expected.join()
      const differ = told.filter(({ said }) => said.join() !== once.join())
      return isThere && differ.length === 0 ? [] : [{ seed, ends: one.ends, paying: one.paying, expected, once, differ }]
    }).flat()
    expect(wrong.length, JSON.stringify(wrong[0], null, 1)).toBe(0)
  })
})
