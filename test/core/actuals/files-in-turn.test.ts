/** Files of several accounts say the same of a plan whether they are taken at once, one after the other in any order, or again. */
import { describe, expect, it } from 'vitest'
import { chanceOf } from '../../../bench/prediction/seeded.ts'
import type { HeldAccount } from '../../../core/actuals/linked.ts'
import { addDays } from '../../../core/calendar.ts'
import type { AccountTransaction } from '../../../core/prediction/history.ts'
import type { Scenario } from '../../../core/scenario.ts'
import { runs } from '../runs.ts'
import { begun, bringOnce, saidOf, type InTurn } from './inTurn.ts'
import { paidInFull, monthly, paid, plan, rowId } from './plans.ts'

const [CARD, SAVINGS] = [rowId(7), rowId(8)]
const links = { MAIN: null, CARD, SAVINGS }
const visa = {
  id: CARD,
  name: 'Visa',
  kind: 'card' as const,
  balance_cents: -50_000,
  card: paidInFull(),
}
const rainy = { id: SAVINGS, name: 'Rainy day', kind: 'savings' as const, balance_cents: 100_000 }
const saving = {
  id: rowId(5),
  name: 'Rainy day',
  amount_cents: 10_000,
  due_date: '2026-03-06',
  schedule: monthly,
  from_account_id: null,
  to_account_id: SAVINGS,
}

/** The files of an account until a day, by its transactions and what is on it as March begins. */
const fileOf =
  (account: string, all: readonly AccountTransaction[], opening: number) =>
  (day: number): HeldAccount => {
    const balance_date = `2026-03-${String(day).padStart(2, '0')}`
    const transactions = all.filter(({ date }) => date <= balance_date)
    const since = transactions.filter(({ date }) => date >= '2026-03-01').reduce((sum, { amount_cents }) => sum + amount_cents, 0)
    return { account, transactions, balance_cents: opening + since, balance_date, balance_agrees: true }
  }

/** What the plan says after files were held against it in turn, each time those of all accounts that are there by then. */
function after(scenario: Scenario, turns: readonly HeldAccount[][]): string[] {
  const last = turns.flat().reduce((day, { balance_date }) => (balance_date! > day ? balance_date! : day), '')
  let now: InTurn = begun(scenario)
  for (const held of turns) now = bringOnce(now, held, links, last)
  return saidOf(now.plan)
}

describe('a payment of a card that stands in both files', () => {
  const scenario = plan({ accounts: [visa] })
  const of = (words: string) => ({
    main: fileOf('MAIN', [paid(2, -100, 'BAKERY'), paid(7, -42_000, words)], 200_000),
    card: fileOf(
      'CARD',
      [paid('2026-02-11', -42_000, 'SHOES'), paid('2026-02-25', -8_000, 'KIOSK'), paid(7, 42_000, 'PAYMENT THANK YOU')],
      -50_000,
    ),
  })
  it.each(['VISA AUTOPAY', 'XFER 0099'])('comes onto it once, in whichever order they are taken: %s', (words) => {
    const { main, card } = of(words)
    const once = after(scenario, [[main(8), card(8)]])
    expect(once).toEqual(['2026-03-08 main 157900', 'Visa -8000', '2026-04-07 Visa 8000'])
    expect(
      after(scenario, [
        [main(1), card(8)],
        [main(8), card(8)],
      ]),
    ).toEqual(once)
    expect(
      after(scenario, [
        [main(6), card(8)],
        [main(8), card(8)],
      ]),
    ).toEqual(once)
    expect(after(scenario, [[main(8)], [main(8), card(8)]])).toEqual(once)
    expect(
      after(scenario, [
        [main(8), card(8)],
        [main(8), card(8)],
      ]),
    ).toEqual(once)
  })
})

describe('what another account’s file does not have yet', () => {
  const scenario = plan({ accounts: [visa, rainy], transfers: [saving] })
  const main = fileOf('MAIN', [paid(6, -10_000, 'RAINY DAY'), paid(7, -42_000, 'VISA AUTOPAY'), paid(9, -100, 'BAKERY')], 200_000)
  const card = fileOf(
    'CARD',
    [paid('2026-02-11', -42_000, 'SHOES'), paid('2026-02-25', -8_000, 'KIOSK'), paid(5, -300, 'KIOSK'), paid(8, -200, 'KIOSK')],
    -50_000,
  )
  const savings = fileOf('SAVINGS', [paid('2026-02-06', 10_000, 'FROM CHECKING'), paid(3, 1, 'BONUS'), paid(5, 2, 'BONUS')], 100_000)

  it('stays on the account when the same files are taken again, and when a later one of the main account comes', () => {
    const held = (day: number) => [main(day), card(5), savings(4)]
    const once = after(scenario, [held(9)])
    expect(once.slice(0, 3)).toEqual(['2026-03-09 main 147900', 'Visa -8300', 'Rainy day 110001'])
    expect(after(scenario, [held(9), held(9), held(9)])).toEqual(once)
    expect(after(scenario, [held(7), held(9)])).toEqual(once)
    expect(after(scenario, [held(5), held(9)])).toEqual(once)
  })
  it('stays there when a later file of the account does not have it either', () => {
    const once = after(scenario, [[main(9), card(8), savings(5)]])
    expect(once.slice(0, 3)).toEqual(['2026-03-09 main 147900', 'Visa -8500', 'Rainy day 110003'])
    expect(
      after(scenario, [
        [main(9), card(5), savings(4)],
        [main(9), card(8), savings(5)],
      ]),
    ).toEqual(once)
    expect(after(scenario, [[main(9)], [main(9), card(5)], [main(9), card(5), savings(4)], [main(9), card(8), savings(5)]])).toEqual(once)
  })
  it('is not added again by the file that has it', () => {
    const later = fileOf(
      'SAVINGS',
      [paid('2026-02-06', 10_000, 'FROM CHECKING'), paid(3, 1, 'BONUS'), paid(6, 10_000, 'FROM CHECKING')],
      100_000,
    )
    const once = after(scenario, [[main(9), later(7)]])
    expect(once.slice(0, 3)).toEqual(['2026-03-09 main 147900', 'Visa -8000', 'Rainy day 110001'])
    expect(
      after(scenario, [
        [main(9), later(4)],
        [main(9), later(7)],
      ]),
    ).toEqual(once)
  })
})

describe('a file that ended before the plan’s day', () => {
  const interest = { rate_basis_points: 1_200 }
  const scenario = plan({
    accounts: [{ ...rainy, interest }],
    transfers: [{ ...saving, due_date: '2026-03-15' }],
    incomes: [{ id: rowId(4), name: 'Gift', amount_cents: 700, due_date: '2026-03-18', account_id: SAVINGS }],
  })
  const main = fileOf('MAIN', [paid(4, -100, 'BAKERY'), paid(15, -10_000, 'RAINY DAY'), paid(20, -100, 'BAKERY')], 200_000)
  const savings = fileOf('SAVINGS', [paid('2026-02-15', 10_000, 'FROM CHECKING')], 100_000)
  it('leaves what the plan had on the account since', () => {
    const [first, ...later] = [
      [main(8), savings(5)],
      [main(20), savings(5)],
      [main(25), savings(5)],
    ]
    const without = after(scenario, [first!, [main(20)], [main(25)]])
    expect(without.slice(0, 2)).toEqual(['2026-03-25 main 189800', 'Rainy day 110700'])
    expect(after(scenario, [first!, ...later])).toEqual(without)
  })
})

describe('a date that is open again', () => {
  const telekom = { id: rowId(3), name: 'Telekom', amount_cents: 3_000, due_date: '2026-03-01', schedule: monthly }
  const scenario = plan({ bills: [telekom] })
  const main = fileOf('MAIN', [paid(1, -3_000, 'TELEKOM'), paid(2, 3_000, 'TELEKOM'), paid(6, -100, 'BAKERY')], 200_000)
  const bring = (now: InTurn, day: number) => bringOnce(now, [main(day)], links, '2026-03-07')

  it('has its payment looked at anew where undo takes the plan back, also to the same day', () => {
    const once = bring(begun(scenario), 1)
    expect(saidOf(once.plan)).toEqual(['2026-03-01 main 197000', '2026-04-01 Telekom 3000'])
    expect(saidOf(bring({ plan: scenario, kept: once.kept }, 1).plan)).toEqual(saidOf(once.plan))
  })
  it('has not where its payment went back', () => {
    const back = bring(bring(begun(scenario), 1), 2)
    expect(saidOf(back.plan).slice(0, 2)).toEqual(['2026-03-02 main 200000', '2026-03-02 Telekom 3000'])
    expect(saidOf(bring(bring(back, 2), 6).plan).slice(0, 2)).toEqual(['2026-03-06 main 199900', '2026-03-06 Telekom 3000'])
  })
})

describe('a card’s file that ends before its statement closes', () => {
  const scenario = plan({
    accounts: [{ ...visa, balance_cents: 0, card: { ...visa.card, closing_day: 17, due_day: 24, statement_cents: 0 } }],
  })
  const main = fileOf('MAIN', [paid(2, -100, 'BAKERY')], 200_000)
  const card = fileOf('CARD', [paid('2026-02-11', -1, 'SHOES'), paid('2026-02-21', 1, 'SHOES'), paid(10, -45_000, 'FURNITURE')], 0)
  it('says what stands on that statement', () => {
    const once = after(scenario, [[main(19), card(15)]])
    expect(once).toEqual(['2026-03-19 main 199900', 'Visa -45000', '2026-03-24 Visa 45000'])
    expect(after(scenario, [[main(19), card(17)]])).toEqual(once)
    expect(
      after(scenario, [
        [main(15), card(15)],
        [main(19), card(15)],
      ]),
    ).toEqual(once)
  })
})

describe('a generated household’s files', () => {
  const last = 40
  const dateOn = (day: number): string => addDays('2026-03-01', day)
  /** A card, savings, a rent and a pay; each is paid on its day, and stands in the card's own file up to three days later. */
  function household(seed: number) {
    const chance = chanceOf(seed)
    const [due_day, of_saving] = [chance.whole(3, 18), chance.whole(0, 27)]
    const card = { ...visa.card, due_day, closing_day: chance.whole(due_day + 4, 28), statement_cents: chance.whole(50, 400) * 100 }
    const since = card.closing_day > 26 ? 0 : chance.whole(0, 90) * 100
    const owed = card.statement_cents + since
    const scenario = plan({
      accounts: [{ ...visa, balance_cents: -owed, card }, rainy],
      transfers: [{ ...saving, due_date: dateOn(of_saving) }],
      bills: [{ id: rowId(1), name: 'Harbour Properties', amount_cents: 90_000, due_date: dateOn(chance.whole(0, 27)), schedule: monthly }],
    })
    const main = [paid('2026-02-20', -100, 'BAKERY'), paid(dateOn(due_day - 1), -card.statement_cents, 'VISA AUTOPAY')]
    const ofCard = [
      paid('2026-02-10', -card.statement_cents, 'SHOES'),
      paid('2026-02-28', -since, 'SHOES'),
      paid(dateOn(due_day - 1 + chance.whole(0, 3)), card.statement_cents, 'THANK YOU'),
    ]
    const ofSavings = [paid('2026-02-10', 100, 'BONUS')]
    for (let day = of_saving; day <= last; day += 31) {
      main.push(paid(dateOn(day), -saving.amount_cents, 'RAINY DAY'))
      ofSavings.push(paid(dateOn(day), saving.amount_cents, 'FROM CHECKING'))
    }
    for (let day = 1; day <= last; day += chance.whole(1, 9)) {
      if (chance.happens(0.5)) main.push(paid(dateOn(day), -chance.whole(1, 40) * 100 - 1, 'BAKERY'))
      if (chance.happens(0.5)) ofCard.push(paid(dateOn(day), -chance.whole(1, 40) * 100 - 3, 'KIOSK'))
      if (chance.happens(0.2)) ofSavings.push(paid(dateOn(day), chance.whole(1, 40) * 100 + 7, 'BONUS'))
    }
    const inDays = (list: AccountTransaction[]) => list.toSorted((a, b) => (a.date < b.date ? -1 : 1))
    const files = [
      fileOf('MAIN', inDays(main), 200_000),
      fileOf('CARD', inDays(ofCard), -owed),
      fileOf('SAVINGS', inDays(ofSavings), 100_000),
    ]
    const ends = files.map(() => chance.whole(1, 29))
    const turns = Array.from({ length: chance.whole(1, 3) }, () => chance.happens(0.5))
    const days = turns.reduce<number[][]>((all) => [all[0]!.map((day) => chance.whole(1, day)), ...all], [ends])
    const heldBy = (until: readonly number[]): HeldAccount[] => files.map((file, nth) => file(until[nth]!))
    return { scenario, once: [heldBy(ends)], inTurn: [...days, ends].map(heldBy), days }
  }
  it('say the same of the plan at once, in turn and again', () => {
    const differ = Array.from({ length: runs(300) }, (_, seed) => {
      const { scenario, once, inTurn, days } = household(900 + seed)
      const [whole, cut] = [after(scenario, once), after(scenario, inTurn)]
      return whole.join() === cut.join() ? [] : [{ seed: 900 + seed, days: days.join(' | '), whole, cut }]
    }).flat()
    expect(differ).toEqual([])
  })
})
