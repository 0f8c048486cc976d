/** Payments of cards that the files tell by themselves are settled at once, and are not due again on the day of the balance. */
import { describe, expect, it } from 'vitest'
import { chanceOf } from '../../../bench/prediction/seeded.ts'
import { bringWithCards } from '../../../core/actuals/cards-sure.ts'
import type { BringOptions } from '../../../core/actuals/bring-to-bank.ts'
import { cardDues } from '../../../core/accounts/card-dates.ts'
import { addDays, dateOf, dayOf } from '../../../core/calendar.ts'
import { paymentsAhead } from '../../../core/payments/payments-ahead.ts'
import type { AccountTransaction } from '../../../core/prediction/history.ts'
import { movementsBetween } from '../../../core/projection/movements.ts'
import type { Scenario } from '../../../core/scenario.ts'
import { projected } from '../projectionPlans.ts'
import { leastSaid, runs } from '../runs.ts'
import { paidInFull, edited, match, monthly, paid, plan, rowId, start_date } from './plans.ts'

const visa = { id: rowId(7), name: 'Visa', kind: 'card' as const, balance_cents: -50_000, card: paidInFull() }
const base = plan({ accounts: [visa] })
const both = { MAIN: null, CARD: visa.id }
const onMain = (date: number | string, cents: number, payee: string) => paid(date, cents, payee, { account: 'MAIN' })
const onCard = (date: number | string, cents: number, payee: string) => paid(date, cents, payee, { account: 'CARD' })
const sum = (list: readonly { amount_cents: number }[]): number => list.reduce((all, { amount_cents }) => all + amount_cents, 0)

function brought(scenario: Scenario, transactions: AccountTransaction[], date: string, more: Partial<BringOptions> = {}) {
  const accounts = transactions.some(({ account }) => account === 'CARD') ? both : { MAIN: null }
  const amount_cents = scenario.planning_balance_cents + sum(transactions.filter(({ account }) => account === 'MAIN'))
  const options = { balance: { date, amount_cents }, transactions, accounts, ...more }
  const matched = match(scenario, transactions, date, { covered_until: date, accounts })
  const result = bringWithCards(scenario, matched, options)
  if (!result.ok) throw new Error(JSON.stringify(result.problems))
  return { ...result, after: edited(scenario, result.edit) }
}

/** What the card is paid from a day on, by its dates. */
const due = (scenario: Scenario, until = '2026-04-10'): [string, number][] =>
  paymentsAhead(projected(scenario, scenario.start_date, until), scenario.start_date, until)
    .filter(({ collection, state }) => collection === 'accounts' && state === 'planned')
    .map(({ nominal_date, amount_cents }) => [nominal_date, amount_cents])
const owed = ({ accounts }: Scenario): number => 0 - accounts[0]!.balance_cents

describe('a payment of a card on the day of the balance', () => {
  const march: [string, number] = ['2026-03-07', 42_000]
  it('is settled where it stands in the file at the sum that was planned, and the bank says what it is', () => {
    const { after, cards, difference } = brought(base, [onMain(7, -42_000, 'KREDITKARTENABRECHNUNG')], '2026-03-07')
    expect(cards).toMatchObject([{ card: { account_id: visa.id, scheduled_date: '2026-03-07' } }])
    expect([owed(after), due(after)]).toEqual([8_000, [['2026-04-07', 8_000]]])
    expect(difference).toMatchObject({ unplanned_cents: 0, untold_cents: 0, earlier_or_later_cents: 0, amount_cents: 0 })
  })
  it('is still due where the file does not have it', () => {
    const { after, cards } = brought(base, [onMain(7, -1_000, 'BAKERY')], '2026-03-07')
    expect([cards, due(after)[0]]).toEqual([[], march])
  })
  it('is still due where the same sum went to somebody else, which is careful', () => {
    const { after, cards } = brought(base, [onMain(7, -42_000, 'FURNITURE HOUSE')], '2026-03-07')
    expect([cards, due(after)[0]]).toEqual([[], march])
  })
  it.each([
    ['DKB AG', 'Kreditkartenabrechnung VISA 4748'],
    ['DKB VISA Kreditkarte', 'Abrechnung 02/2026'],
    ['Comdirect Visa-Abrechnung', ''],
    ['CHASE BANK', 'VISA PAYMENT 4411'],
    ['VISA', 'PAYMENT'],
  ])('is settled at just the sum that is due, also where a bank names itself or says it in what it is for: %s, %s', (payee, memo) => {
    const { after, cards } = brought(base, [{ ...onMain(7, -42_000, payee), memo }], '2026-03-07')
    expect(cards).toMatchObject([{ card: { account_id: visa.id, scheduled_date: '2026-03-07' } }])
    expect([owed(after), due(after)]).toEqual([8_000, [['2026-04-07', 8_000]]])
  })
  it('is still due where what only names the card in passing is of another sum, or of two cards', () => {
    const spent = { ...onMain(7, -41_000, 'HARBOUR VISA SERVICES'), memo: 'PAYMENT 4411' }
    expect(due(brought(base, [spent], '2026-03-07').after)[0]).toEqual(march)
    const two = plan({ accounts: [visa, { ...visa, id: rowId(8), name: 'Visa Gold' }] })
    const { cards } = brought(two, [{ ...onMain(7, -42_000, 'HARBOUR VISA SERVICES'), memo: 'PAYMENT 4411' }], '2026-03-07')
    expect(cards).toEqual([])
  })
  it('of another sum pays what it pays where the bank names the card, and the rest is still due', () => {
    const { after } = brought(base, [onMain(7, -40_000, 'VISA AUTOPAY')], '2026-03-07')
    expect([owed(after), due(after)[0]]).toEqual([10_000, ['2026-03-07', 2_000]])
  })
  it('of another sum is asked about where the words may be of a card that the plan does not have', () => {
    const { after, cards } = brought(base, [onMain(7, -40_000, 'CREDIT CARD PAYMENT')], '2026-03-07')
    expect([cards, due(after)[0]]).toEqual([[], march])
  })
  it('is known by its other leg in the card’s file, whatever the bank calls it', () => {
    const file = [onMain(7, -42_000, 'XFER 0099'), onCard('2026-02-11', -42_000, 'SHOES'), onCard(7, 42_000, 'XFER 0099')]
    const { after } = brought(base, file, '2026-03-07', { balances: [{ account_id: visa.id, amount_cents: -8_000, date: '2026-03-07' }] })
    expect([owed(after), due(after)]).toEqual([8_000, [['2026-04-07', 8_000]]])
  })
  it('is counted onto the card where the card’s file ends before it', () => {
    const file = [onMain(7, -42_000, 'VISA AUTOPAY'), onCard('2026-02-11', -42_000, 'SHOES'), onCard(3, -300, 'KIOSK')]
    const { after } = brought(base, file, '2026-03-08', { balances: [{ account_id: visa.id, amount_cents: -50_300, date: '2026-03-03' }] })
    expect([owed(after), due(after)]).toEqual([8_300, [['2026-04-07', 8_300]]])
  })
})

describe('a card whose file tells what is owed', () => {
  it('has as its statement what was owed when it closed, less what came since', () => {
    const unsaid = plan({ accounts: [{ ...visa, card: paidInFull({ statement_cents: null }) }] })
    const file = [
      onMain(2, -500, 'BAKERY'),
      onCard('2026-02-18', -30_000, 'SHOES'),
      onCard('2026-02-25', -9_000, 'SHIRTS'),
      onCard(1, 2_000, 'SHOES'),
    ]
    const { after } = brought(unsaid, file, '2026-03-03', {
      balances: [{ account_id: visa.id, amount_cents: -37_000, date: '2026-03-03' }],
    })
    expect([owed(after), due(after)]).toEqual([
      37_000,
      [
        ['2026-03-07', 28_000],
        ['2026-04-07', 9_000],
      ],
    ])
  })
})

/** A plan with a card that a bill is charged to, and what its bank has: each payment of the card near its day, at about its sum. */
function generated(seed: number) {
  const chance = chanceOf(seed)
  const pays = chance.oneOf(['statement', 'statement', 'statement', 'minimum', 'fixed'] as const)
  const statement = chance.whole(1_000, 60_000)
  const card = paidInFull({
    closing_day: chance.whole(1, 28),
    due_day: chance.whole(1, 28),
    pays,
    minimum_percent: 10,
    minimum_cents: 2_000,
    fixed_cents: 5_000,
    statement_cents: chance.happens(0.5) ? null : statement,
  })
  const scenario = plan({
    accounts: [{ ...visa, balance_cents: 0 - statement - chance.whole(0, 9_000), card }],
    bills: [
      {
        id: rowId(1),
        name: 'Phone',
        amount_cents: 3_000,
        due_date: addDays(start_date, chance.whole(0, 27)),
        schedule: monthly,
        account_id: visa.id,
      },
    ],
  })
  const [first] = cardDues(card, {}, dayOf(start_date)! + 3, dayOf(start_date)! + 60)
  const end = chance.happens(0.4) ? dateOf(first!.day) : addDays(start_date, chance.whole(3, 60))
  const planned = movementsBetween(projected(scenario, start_date, addDays(end, 1)), start_date, addDays(end, 1)).filter(
    ({ kind, available_cents }) => kind === 'card_payment' && available_cents !== 0,
  )
  const payments = planned.flatMap(({ date, available_cents }): AccountTransaction[] => {
    const on = addDays(date, chance.oneOf([0, 0, 0, 1, 2, -1]))
    if (on > end || on < start_date) return []
    const cents = available_cents + (chance.happens(0.4) ? chance.whole(-900, 900) : 0)
    return cents < 0 ? [onMain(on, cents, chance.oneOf(['VISA AUTOPAY', 'PAYMENT VISA', 'VISA KREDITKARTENABRECHNUNG']))] : []
  })
  const others = Array.from({ length: chance.whole(0, 6) }, () =>
    onMain(addDays(start_date, chance.whole(0, 20)), -chance.whole(100, 9_000), 'BAKERY'),
  ).filter(({ date }) => date <= end)
  return { scenario, end, payments, others, pays }
}

describe('over generated plans with a card', () => {
  it('what is owed is what was owed, less what was paid at the bank, and each payment is counted once', () => {
    const told = { said: 0, exactly: 0, credited: 0 }
    for (let seed = 1; seed <= runs(400); seed += 1) {
      const { scenario, end, payments, others, pays } = generated(seed)
      const { after, cards, difference } = brought(scenario, [...payments, ...others], end)
      expect(cards.length, `seed ${seed}`).toBe(payments.length)
      expect(difference!.untold_cents, `seed ${seed}`).toBe(0)
      told.said += cards.length
      const dated = new Set(cards.map(({ card }) => card.scheduled_date))
      const past = cardDues(scenario.accounts[0]!.card!, {}, dayOf(start_date)!, dayOf(end)!)
      // Of a date until then for which nothing came, the plan still takes it that it was paid.
      const isAllPaid = past.length <= cards.filter(({ card }) => card.scheduled_date !== null && card.scheduled_date < end).length
      if (isAllPaid) {
        told.exactly += 1
        expect(owed(after), `seed ${seed}`).toBe(owed(scenario) + charged(scenario, end) + sum(payments))
      }
      const ahead = new Map(due(after, addDays(end, 30)))
      for (const date of dated) expect(date !== null && ahead.has(date), `seed ${seed}`).toBe(false)
      if (pays !== 'statement' || !dated.has(null) || !isAllPaid || cards.length > 1) continue
      told.credited += 1
      const [date, cents] = due(scenario, addDays(end, 30)).find(([one]) => one >= end)!
      expect(ahead.get(date) ?? 0, `seed ${seed}`).toBe(Math.max(0, cents + sum(payments)))
    }
    expect(
      Object.values(told).every((count) => count >= leastSaid),
      JSON.stringify(told),
    ).toBe(true)
  })
})

/** What its bills put onto the card until a day. */
const charged = (scenario: Scenario, end: string): number =>
  movementsBetween(projected(scenario, start_date, end), start_date, end)
    .filter(({ kind }) => kind === 'bill')
    .reduce((all, { accounts }) => all - accounts.reduce((some, { cents }) => some + cents, 0), 0)
