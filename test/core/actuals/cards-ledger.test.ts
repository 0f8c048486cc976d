/** Whatever files were read, and in whichever turns: a card's payments are counted once on both of their sides, and due no more. */
import { describe, expect, it } from 'vitest'
import type { HeldAccount, Links } from '../../../core/actuals/linked.ts'
import { addDays } from '../../../core/calendar.ts'
import { paymentsAhead } from '../../../core/payments/payments-ahead.ts'
import type { AccountTransaction } from '../../../core/prediction/history.ts'
import type { Scenario } from '../../../core/scenario.ts'
import { projected } from '../projectionPlans.ts'
import { runs } from '../runs.ts'
import { balancesOf, dayOn, heldLinks, householdHeld, knownOf, type HouseholdHeld, type Until } from './cardsHeld.ts'
import { begun, bringOnce, saidOf, type InTurn } from './inTurn.ts'
import { paid, paidInFull, plan, rowId } from './plans.ts'

/** The plan after each turn of files. */
function plansOf(scenario: Scenario, turns: readonly HeldAccount[][], links: Links): Scenario[] {
  let now: InTurn = begun(scenario)
  return turns.map((files) => {
    const last = files.flatMap(({ balance_date, transactions }) => balance_date ?? transactions.at(-1)!.date)
    const today = last.reduce((day, one) => (one > day ? one : day), now.plan.start_date)
    now = bringOnce(now, files, links, today)
    return now.plan
  })
}

const [CARD, SECOND] = [rowId(7), rowId(8)]
const second = { id: SECOND, name: 'Second', kind: 'checking' as const, balance_cents: 90_000 }
const visa = (more: object = {}) => ({
  id: CARD,
  name: 'Visa',
  kind: 'card' as const,
  balance_cents: -50_000,
  card: paidInFull({ paid_from_account_id: SECOND, ...more }),
})
const fileOf = (account: string, all: readonly AccountTransaction[], opening: number) => (day: number) => {
  const balance_date = dayOn(day)
  const transactions = all.filter(({ date }) => date <= balance_date)
  const since = transactions.filter(({ date }) => date >= '2026-03-01').reduce((sum, { amount_cents }) => sum + amount_cents, 0)
  return { account, transactions, balance_cents: opening + since, balance_date, balance_agrees: true }
}
const main = fileOf('MAIN', [paid('2026-02-20', -5, 'KIOSK'), paid(2, -100, 'BAKERY'), paid(28, -1, 'BAKERY')], 200_000)
const otherWith = (...list: AccountTransaction[]) =>
  fileOf('SECOND', [paid('2026-02-20', -5, 'KIOSK'), ...list, paid(28, -9, 'KIOSK')], 90_000)
const ownWith = (...list: AccountTransaction[]) =>
  fileOf('CARD', [paid('2026-02-11', -42_000, 'SHOES'), paid('2026-02-25', -8_000, 'KIOSK'), ...list], -50_000)
const links = { MAIN: null, SECOND, CARD }
const lastOf = (scenario: Scenario, ...turns: HeldAccount[][]): string[] => saidOf(plansOf(scenario, turns, links).at(-1)!)

describe('a card’s date that counted as planned while the account that pays it was not read', () => {
  const scenario = plan({ accounts: [visa(), second] })
  it('is due again once that account’s file does not have it', () => {
    const without = otherWith()
    const once = lastOf(scenario, [main(12), without(12)])
    expect(once).toEqual(['2026-03-12 main 199900', 'Visa -50000', 'Second 90000', '2026-03-12 Visa 42000', '2026-04-07 Visa 8000'])
    expect(lastOf(scenario, [main(10)], [main(12), without(12)])).toEqual(once)
    expect(lastOf(scenario, [main(10)], [main(12)], [main(12), without(12)])).toEqual(once)
    // What a statement has that closed since is due with that.
    expect(lastOf(scenario, [main(10)], [main(23), without(23)])).toEqual(lastOf(scenario, [main(23), without(23)]))
  })
  it('is left out once its next statement has closed, also where the plan stays on its day', () => {
    const once = lastOf(scenario, [main(23), otherWith()(23)])
    expect(once.slice(1)).toEqual(['Visa -50000', 'Second 90000', '2026-04-07 Visa 50000'])
    expect(lastOf(scenario, [main(10)], [main(23)], [main(23), otherWith()(23)])).toEqual(once)
  })
  it('is paid as it was, once that account’s file has it', () => {
    for (const pays of ['statement', 'minimum', 'fixed'] as const)
      for (const cents of [-42_000, -4_200, -3_000]) {
        const one = plan({ accounts: [visa({ pays, minimum_percent: 10, fixed_cents: 4_200 }), second] })
        const late = otherWith(paid(11, cents, 'VISA AUTOPAY'))
        for (const day of [12, 23])
          expect(lastOf(one, [main(10)], [main(day), late(day)]), `${pays} ${cents}`).toEqual(lastOf(one, [main(day), late(day)]))
      }
  })
  it('moves on both sides or on neither, as far as the card’s own file goes', () => {
    const own = ownWith(paid(8, 42_000, 'PAYMENT THANK YOU'))
    const never = ownWith()
    for (const day of [5, 6, 7, 8, 14])
      expect(lastOf(scenario, [main(14), own(day)]).slice(1), String(day)).toEqual(['Visa -8000', 'Second 48000', '2026-04-07 Visa 8000'])
    const due = ['Visa -50000', 'Second 90000', '2026-03-14 Visa 42000', '2026-04-07 Visa 8000']
    expect(lastOf(scenario, [main(14), never(14)]).slice(1)).toEqual(due)
    expect(lastOf(scenario, [main(10), never(8)], [main(14), never(14)]).slice(1)).toEqual(due)
  })
})

describe('a card that a second account pays', () => {
  it('is paid once on the plan’s first day, whichever file was read first', () => {
    const scenario = plan({ accounts: [visa({ due_day: 3 }), second] })
    const other = otherWith(paid(1, -42_000, 'VISA AUTOPAY'))
    const once = lastOf(scenario, [main(12), other(12)])
    expect(once).toEqual(['2026-03-12 main 199900', 'Visa -8000', 'Second 48000', '2026-04-03 Visa 8000'])
    for (const turns of [
      [[1, 4]],
      [[1, 1]],
      [[2, 8]],
      [
        [1, 4],
        [2, 8],
      ],
    ])
      expect(
        lastOf(scenario, ...turns.map(([one, two]) => [main(one!), other(two!)]), [main(12), other(12)]),
        JSON.stringify(turns),
      ).toEqual(once)
  })
  it('has left it once, though what stands for its date did on a day that an earlier file told of', () => {
    const scenario = plan({ accounts: [visa({ due_day: 14 }), second] })
    const other = otherWith(paid(8, -42_000, 'XFER 0099'))
    expect(lastOf(scenario, [main(18), other(8)]).slice(1, 3)).toEqual(['Visa -8000', 'Second 48000'])
  })
})

describe('a card’s date that is left out since its next statement has closed', () => {
  it.each(['statement', 'minimum', 'fixed'] as const)(
    'is paid late by just its sum, where the bank says no more than the card’s name: %s',
    (pays) => {
      const scenario = plan({
        accounts: [visa({ pays, minimum_percent: 10, fixed_cents: 4_200, paid_from_account_id: null, due_day: 12 })],
      })
      const cents = pays === 'statement' ? -42_000 : -4_200
      const late = fileOf('MAIN', [paid('2026-02-20', -5, 'KIOSK'), paid(22, cents, 'VISA AUTOPAY'), paid(28, -1, 'BAKERY')], 200_000)
      const once = lastOf(scenario, [late(23)])
      expect(once[1]).toBe(`Visa ${-50_000 - cents}`)
      for (const days of [[21], [15, 21], [21, 22], [15, 20]])
        expect(lastOf(scenario, ...days.map((day) => [late(day)]), [late(23)]), days.join()).toEqual(once)
    },
  )
})

describe('somebody else who is paid just as much as a card', () => {
  const notedOf = (scenario: Scenario, ...turns: HeldAccount[][]) =>
    Object.values(plansOf(scenario, turns, links).at(-1)!.accounts[0]!.exceptions).flatMap(({ paid: list = [] }) =>
      list.map(({ date }) => date),
    )
  it('is no payment of it beside its own one, though both were told late', () => {
    const other = otherWith(paid(10, -42_000, 'VISA AUTOPAY'), paid(11, -42_000, 'FURNITURE HOUSE'))
    const own = ownWith(paid(12, 42_000, 'PAYMENT THANK YOU'))
    expect(notedOf(plan({ accounts: [visa(), second] }), [main(14), other(8)], [main(19), other(11), own(19)])).toEqual(['2026-03-10'])
  })
  it('is no payment of it some days after its own one', () => {
    const both = fileOf(
      'MAIN',
      [paid('2026-02-20', -5, 'KIOSK'), paid(7, -42_000, 'VISA AUTOPAY'), paid(13, -42_000, 'FURNITURE HOUSE')],
      200_000,
    )
    const own = ownWith(paid(9, 42_000, 'PAYMENT THANK YOU'))
    const scenario = plan({ accounts: [visa({ paid_from_account_id: null })] })
    for (const turns of [[13], [9, 13], [8, 9, 13]])
      expect(notedOf(scenario, ...turns.map((day) => [both(day), own(day)])), turns.join()).toEqual(['2026-03-07'])
  })
})

/** What of a plan is not as the ledger has it. */
function wrongIn(household: HouseholdHeld, now: Scenario, until: Until): string[] {
  const is = [`main ${now.planning_balance_cents}`, ...now.accounts.map(({ name, balance_cents }) => `${name} ${balance_cents}`)]
  const balances = balancesOf(household, until).flatMap((may, nth) => (may.includes(is[nth]!) ? [] : [`${is[nth]}: ${may.join(' or ')}`]))
  const end = addDays(now.start_date, 75)
  const ahead = paymentsAhead(projected(now, now.start_date, end), now.start_date, end).filter(({ state }) => state === 'planned')
  const dues = household.cards.flatMap((card, nth) => {
    const { counted, isAsPlanned, isSeen } = knownOf(card, until, nth)
    const own = ahead.filter(({ id }) => id === card.id)
    const march = own.filter(({ nominal_date }) => nominal_date === dayOn(card.due)).map(({ amount_cents }) => amount_cents)
    const owed = Math.max(0, 0 - now.accounts[nth]!.balance_cents)
    const all = own.reduce((sum, { amount_cents }) => sum + amount_cents, 0)
    const isPaid = isAsPlanned || counted.length > 0
    const isSure = !isSeen && (card.how !== 'other' || counted.every(({ on }) => on < until.main))
    const expected = isPaid || until.main > card.closing ? [] : [card.planned]
    return [
      ...(card.pays === 'statement' && all !== owed ? [`${card.name} pays ${all} of ${owed}`] : []),
      ...(isSure && march.join() !== expected.join() ? [`${card.name} ${march.join()} due: ${expected.join()}`] : []),
    ]
  })
  return [...balances, ...dues]
}

describe('a generated household’s cards held against files of all of its accounts', () => {
  it('are as its ledger has them after each turn, and the same as with all files at once', () => {
    const wrong = Array.from({ length: runs(300) }, (_, nth) => {
      const seed = 50_000 + nth
      const household = householdHeld(seed)
      const { scenario, cards, held, untils } = household
      const plans = plansOf(scenario, held, heldLinks)
      const [once] = plansOf(scenario, held.slice(-1), heldLinks)
      const lacks = [...plans, once!].flatMap((now, turn) => wrongIn(household, now, untils[turn] ?? untils.at(-1)!))
      // What somebody else was paid may stand for a date, or not.
      const isOpen = cards.some((card, at) => untils.some((until) => knownOf(card, until, at).mayStand))
      const [cut, whole] = [plans.at(-1)!, once!].map((one) => saidOf(one, 60)) as [string[], string[]]
      const differ = isOpen ? [] : cut.filter((line, at) => line !== whole[at])
      return lacks.length + differ.length === 0 ? [] : [{ seed, untils, untold: [...household.untold], lacks, cut, whole }]
    }).flat()
    expect(wrong.length, JSON.stringify(wrong[0], null, 1)).toBe(0)
  })
})
