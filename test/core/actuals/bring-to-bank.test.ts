/** A person brings a plan to their bank: what is sure at once, the rest with a word, and always to the cent. */
import { describe, expect, it } from 'vitest'
import { askedKey, datesFor, isNothingNew, matchSaid, withAnswers, type PaymentAnswers } from '../../../core/actuals/answers.ts'
import { balanceToday, beginningWith, earlierBalance, hasFirstDay } from '../../../core/actuals/bank-balance.ts'
import { bringToBank, differenceSaid, settleSaid, type ToldDifference } from '../../../core/actuals/bring-to-bank.ts'
import { keepMatch, standing } from '../../../core/actuals/kept.ts'
import { dueDay } from '../../../core/actuals/plan-dates.ts'
import { balancesToAsk, basesBegun } from '../../../core/actuals/reckoned.ts'
import type { ListInputs, Scenario } from '../../../core/scenario.ts'
import { isStillSpent, spendingSaid, spentNotes } from '../../../core/actuals/spending-said.ts'
import { everydayPayments } from '../../../core/spending/everyday-payments.ts'
import { projected } from '../projectionPlans.ts'
import { edited, evidence, match, monthly, paid, plan, rowId, weekly } from './plans.ts'

const rent = {
  id: rowId(1),
  name: 'Rent',
  amount_cents: 95_000,
  due_date: '2026-03-03',
  schedule: monthly,
  evidence: evidence('HARBOUR PROPERTIES'),
}
const water = {
  id: rowId(2),
  name: 'Water',
  amount_cents: 2_800,
  due_date: '2026-03-05',
  schedule: monthly,
  evidence: evidence('CITY WATERWORKS'),
}
const dentist = { id: rowId(3), name: 'Dentist', amount_cents: 12_000, due_date: '2026-03-06' }
const accounts = { '': null }

const sumOfParts = ({
  planned_cents,
  amount_cents,
  earlier_or_later_cents,
  missing_cents,
  unplanned_cents,
  untold_cents,
  waiting_cents,
}: ToldDifference) => planned_cents + amount_cents + earlier_or_later_cents + missing_cents + unplanned_cents + untold_cents + waiting_cents

function household() {
  const scenario = plan({ bills: [rent, water, dentist] })
  const transactions = [paid(3, -95_000, 'HARBOUR PROPERTIES'), paid(5, -3_450, 'CITY WATERWORKS'), paid(6, -6_100, 'CORNER CAFE')]
  const balance = { date: '2026-03-10', amount_cents: 200_000 - 95_000 - 3_450 - 6_100 }
  const matched = match(scenario, transactions, '2026-03-10', { covered_until: '2026-03-10', accounts })
  const options = { balance, transactions, accounts }
  return { scenario, transactions, balance, matched, options }
}

describe('bringing a plan to the bank', () => {
  it('is no news with the same file again, also while what has not come waits for a word', () => {
    const { scenario, matched, options, balance, transactions } = household()
    const brought = bringToBank(scenario, matched, options)
    if (!brought.ok) throw new Error(JSON.stringify(brought.problems))
    expect(isNothingNew(matched, new Map(), brought.edit !== null)).toBe(false)
    const after = edited(scenario, brought.edit)
    const more = { balance_has_first_day: true, seen: transactions.map(({ id }) => id) }
    const again = match(after, transactions, balance.date, { covered_until: balance.date, accounts, ...more })
    const same = bringToBank(after, again, { ...options, ...more })
    expect([again.missing.length, same.ok && same.edit]).toEqual([2, null])
    expect(isNothingNew(again, new Map(), false)).toBe(true)
  })
  it('tells nothing anew of a balance that the plan has, and asks by the day on which a date was due', () => {
    const { scenario, matched, options, balance, transactions } = household()
    const brought = bringToBank(scenario, matched, options)
    if (!brought.ok) throw new Error(JSON.stringify(brought.problems))
    const after = edited(scenario, brought.edit)
    const more = { balance_has_first_day: true, seen: [transactions[0]!.id, transactions[2]!.id] }
    const rematched = match(after, transactions, balance.date, { covered_until: balance.date, accounts, ...more })
    const again = bringToBank(after, rematched, { ...options, ...more })
    if (!again.ok) throw new Error(JSON.stringify(again.problems))
    expect(again.difference).toBeNull()
    expect(again.asked.map((one) => [one.row.id, one.date, dueDay(after, one)])).toEqual([[water.id, balance.date, '2026-03-05']])
    // Another balance of that day is told as it was.
    const other = bringToBank(after, rematched, { ...options, ...more, balance: { ...balance, amount_cents: balance.amount_cents - 700 } })
    expect(other.ok && other.difference).toMatchObject({ balance_cents: balance.amount_cents - 700 })
  })
  it('settles what is sure, leaves what needs a word due, and says what waits for it', () => {
    const { scenario, matched, options, balance } = household()
    const brought = bringToBank(scenario, matched, options)
    if (!brought.ok) throw new Error(JSON.stringify(brought.problems))
    const after = edited(scenario, brought.edit)
    expect(after).toMatchObject({ start_date: balance.date, planning_balance_cents: balance.amount_cents })
    expect(after.bills.map(({ exceptions, due_date }) => [due_date, exceptions])).toEqual([
      ['2026-03-03', { '2026-03-03': { paid: [{ date: '2026-03-03', amount_cents: 95_000 }], rest: 'dropped' } }],
      ['2026-03-05', { '2026-03-05': { rest: 'open' } }],
      ['2026-03-10', { '2026-03-10': { rest: 'open' } }],
    ])
    expect(brought.asked.map(({ row, reason }) => [row.id, reason.doubts])).toEqual([[water.id, ['amount']]])
    // Water was planned at 28.00 and 34.50 left: 6.50 less, until it is said that they are one.
    expect(brought.difference).toMatchObject({ waiting_cents: -650, missing_cents: 12_000, unplanned_cents: -6_100, amount_cents: 0 })
    expect(sumOfParts(brought.difference!)).toBe(balance.amount_cents)
  })

  it('takes a word: the date is settled, the balance stays, and the difference is told by its amount', () => {
    const { scenario, matched, options, balance } = household()
    const brought = bringToBank(scenario, matched, options)
    if (!brought.ok) throw new Error('refused')
    const after = edited(scenario, brought.edit)
    const [asked] = brought.asked
    const settled = settleSaid(after, asked!, new Set([null]))
    if (!settled.ok) throw new Error('refused')
    const said = edited(after, settled.edit)
    expect(said.planning_balance_cents).toBe(balance.amount_cents)
    // It is on its own day again, from which it was carried to the day of the balance.
    expect(said.bills[1]!.exceptions).toEqual({
      '2026-03-05': { paid: [{ date: '2026-03-05', amount_cents: 3_450 }], rest: 'dropped' },
    })
    const told = differenceSaid(scenario, matched, new Map([[askedKey(asked!), asked!]]), options)!
    expect(told).toMatchObject({ waiting_cents: 0, amount_cents: -650, missing_cents: 12_000, unplanned_cents: -6_100 })
    expect(sumOfParts(told)).toBe(balance.amount_cents)
  })

  it('counts a payment that waits for a word as everyday spending once it is said to be none of the plan’s, and no longer once it is', () => {
    const { transactions, options } = household()
    const everyday = {
      id: rowId(4),
      name: 'Everyday spending',
      amount_cents: 7_000,
      due_date: '2026-03-01',
      schedule: weekly,
      spread: true,
    }
    const scenario = plan({ bills: [rent, water, dentist, everyday] })
    const matched = match(scenario, transactions, '2026-03-10', { covered_until: '2026-03-10', accounts })
    const brought = bringToBank(scenario, matched, options)
    if (!brought.ok) throw new Error('refused')
    const after = edited(scenario, brought.edit)
    const notedOf = ({ bills }: Scenario) => bills.find(({ id }) => id === everyday.id)!.exceptions
    const running = { paid: [{ date: '2026-03-10', amount_cents: 0 }], rest: 'open' }
    const cafe = { date: '2026-03-06', amount_cents: 6_100 }
    expect(notedOf(after)).toEqual({ '2026-03-01': { paid: [cafe], rest: 'dropped' }, '2026-03-08': running })
    const asked = [transactions[1]!]
    const none = spendingSaid(after, asked, true)
    if (!none.ok) throw new Error('refused')
    const spent = edited(after, none.edit)
    expect(notedOf(spent)['2026-03-01']!.paid).toEqual(expect.arrayContaining([cafe, { date: '2026-03-05', amount_cents: 3_450 }]))
    const back = spendingSaid(spent, asked, false)
    if (!back.ok) throw new Error('refused')
    const sums = Object.values(notedOf(edited(spent, back.edit))).flatMap(({ paid: parts = [] }) =>
      parts.map(({ amount_cents }) => amount_cents),
    )
    expect(sums.reduce((sum, cents) => sum + cents, 0)).toBe(6_100)
    expect(spendingSaid(household().scenario, asked, true)).toEqual({ ok: true, edit: null })
    // What undo takes back was not said; a word that was given on top of it neither, and undo undone was.
    const notes = spentNotes(after, asked, 'a')
    const [more] = [spendingSaid(spent, [paid(7, -900, 'CORNER CAFE')], true)]
    if (!more.ok) throw new Error('refused')
    const both = [...notes, ...spentNotes(spent, [paid(7, -900, 'CORNER CAFE')], 'b')]
    const stands = (scenario: Scenario): boolean[] => ['a', 'b'].map((key) => isStillSpent(scenario, both, key))
    expect([stands(edited(spent, more.edit)), stands(spent), stands(after)]).toEqual([
      [true, true],
      [true, false],
      [false, false],
    ])
  })

  it('notes what a card paid for its own everyday spending as far as its file goes, once, and not what pays the card', () => {
    const visa = { id: rowId(8), name: 'Visa', kind: 'card' as const, balance_cents: 0 }
    const food = {
      id: rowId(9),
      name: 'Groceries, Visa',
      amount_cents: 7_000,
      due_date: '2026-03-01',
      schedule: weekly,
      spread: true,
      account_id: visa.id,
    }
    const scenario = plan({ bills: [food], accounts: [visa] } as Parameters<typeof plan>[0])
    const linked = { '': null, v: visa.id }
    const card = (day: number, cents: number, payee: string) => paid(day, cents, payee, { account: 'v' })
    const first = [
      card(2, -2_000, 'LIDL 0042'),
      card(3, 5_000, 'PAYMENT THANK YOU'),
      paid(3, -5_000, 'VISA PAYMENT', { account: '' }),
      card(6, -3_000, 'REWE'),
    ]
    const bring = (of: Scenario, all: typeof first, day: string, seen: string[]): Scenario => {
      const matched = match(of, all, day, { accounts: linked, covered_until: day, seen })
      const brought = bringToBank(of, matched, { balance: { date: day, amount_cents: 195_000 }, transactions: all, accounts: linked, seen })
      if (!brought.ok) throw new Error('refused')
      return edited(of, brought.edit)
    }
    const notedOf = ({ bills }: Scenario) =>
      Object.fromEntries(
        Object.entries(bills[0]!.exceptions).map(([date, { paid: parts = [], rest }]) => [
          date,
          [...parts.map(({ date: day, amount_cents }) => `${day.slice(8)}: ${amount_cents}`), rest],
        ]),
      )
    const after = bring(scenario, first, '2026-03-09', [])
    expect(notedOf(after)).toEqual({ '2026-03-01': ['02: 2000', '06: 3000', 'open'] })
    expect(
      everydayPayments(
        scenario,
        match(scenario, first, '2026-03-09', { accounts: linked }).unplanned,
        new Map(first.map((one) => [one.id, one])),
      ).planned.map(({ payee }) => payee),
    ).toEqual(['LIDL', 'REWE'])
    // The next file of the card goes back to before the plan's day, and has what was noted again.
    const later = [...first, card(8, -1_500, 'LIDL 0042'), card(12, -900, 'REWE')]
    const twice = notedOf(
      bring(
        after,
        later,
        '2026-03-14',
        first.map(({ id }) => id),
      ),
    )
    expect(twice).toEqual({ '2026-03-01': ['02: 2000', '06: 3000', 'dropped'], '2026-03-08': ['08: 1500', '12: 900', 'open'] })
    expect(notedOf(bring(after, later, '2026-03-14', []))).toEqual(twice)
  })

  it('takes that it is none of the plan’s: the date is missing and the money unplanned', () => {
    const { scenario, matched, options, balance } = household()
    const answers: PaymentAnswers = new Map([[askedKey(withAnswers(matched, new Map()).asked[0]!), 'none']])
    const told = differenceSaid(scenario, matched, answers, options)!
    expect(told).toMatchObject({ waiting_cents: 0, amount_cents: 0, missing_cents: 14_800, unplanned_cents: -9_550 })
    expect(sumOfParts(told)).toBe(balance.amount_cents)
  })

  it('lets a payment that no date stood for be that of a date, in part or whole', () => {
    const { scenario, matched, options, transactions, balance } = household()
    const cafe = matched.unplanned.find(({ payee }) => payee.includes('CAFE'))!
    const dates = datesFor(scenario, cafe, null, withAnswers(matched, new Map()).known.matches, balance.date)
    expect(dates.map(({ row }) => row.id)).toContain(dentist.id)
    const date = dates.find(({ row }) => row.id === dentist.id)!
    const own = transactions.filter(({ id }) => cafe.transactions.includes(id))
    expect(matchSaid(date, own, false)).toMatchObject({ paid_cents: 6_100, rest_cents: 5_900 })
    const whole = matchSaid(date, own, true)
    expect(whole).toMatchObject({ paid_cents: 6_100, rest_cents: 0 })
    const told = differenceSaid(scenario, matched, new Map([[askedKey(cafe), whole]]), options)!
    expect(told).toMatchObject({ amount_cents: 5_900, missing_cents: 0, unplanned_cents: 0 })
    expect(sumOfParts(told)).toBe(balance.amount_cents)
    const brought = bringToBank(scenario, matched, options)
    if (!brought.ok) throw new Error('refused')
    // It was carried to the day of the balance, is found there, and is on its own day again.
    const settled = settleSaid(edited(scenario, brought.edit), whole, new Set([null]))
    if (!settled.ok) throw new Error('refused')
    expect(edited(edited(scenario, brought.edit), settled.edit).bills[2]!.exceptions).toEqual({
      [dentist.due_date]: { paid: [{ date: '2026-03-06', amount_cents: 6_100 }], rest: 'dropped' },
    })
  })

  it('gives a card and a loan the debt that the bank says', () => {
    const terms = { closing_day: 3, due_day: 7, shift: null, paid_from_account_id: null, statement_cents: 15_000 }
    const pays = { pays: 'statement' as const, minimum_percent: 0, minimum_cents: 0, fixed_cents: 0 }
    const card = { id: rowId(7), name: 'Visa', kind: 'card' as const, balance_cents: -20_000, card: { ...terms, ...pays } }
    const scenario = plan({ accounts: [card], bills: [rent] })
    const brought = bringToBank(scenario, match(scenario, [], '2026-03-01', { accounts }), {
      balance: null,
      transactions: [],
      accounts,
      balances: [{ account_id: card.id, amount_cents: -12_345 }],
    })
    if (!brought.ok) throw new Error(JSON.stringify(brought.problems))
    const after = edited(scenario, brought.edit)
    expect(after.accounts[0]).toMatchObject({ balance_cents: -12_345, card: { statement_cents: 12_345 } })
    expect(after.start_date).toBe(scenario.start_date)
  })
})

describe('a card that is paid by itself', () => {
  const terms = { closing_day: 20, due_day: 5, shift: null, paid_from_account_id: null, statement_cents: 20_000 }
  const pays = { pays: 'statement' as const, minimum_percent: 0, minimum_cents: 0, fixed_cents: 0 }
  const card = { id: rowId(7), name: 'Visa', kind: 'card' as const, balance_cents: -20_000, card: { ...terms, ...pays } }
  const scenario = plan({ accounts: [card] })
  const broughtWith = (cents: number) => {
    const transactions = [paid(5, -cents, 'VISA CARD SERVICES')]
    const balance = { date: '2026-03-10', amount_cents: 200_000 - cents }
    const brought = bringToBank(scenario, match(scenario, transactions, '2026-03-10', { accounts }), { balance, transactions, accounts })
    if (!brought.ok) throw new Error(JSON.stringify(brought.problems))
    return brought.difference!
  }
  it('is as planned where as much was paid', () => {
    expect(broughtWith(20_000)).toMatchObject({ planned_cents: 180_000, unplanned_cents: 0, untold_cents: 0, items: [] })
  })
  it('is told with what was paid instead, and nothing is untold', () => {
    const told = broughtWith(15_000)
    expect(told).toMatchObject({ planned_cents: 180_000, balance_cents: 185_000, unplanned_cents: 5_000, untold_cents: 0 })
    expect(told.items.map(({ cents, account_id }) => [cents, account_id])).toEqual([
      [-15_000, undefined],
      [20_000, card.id],
    ])
  })
})

describe('what the bank says is on the account', () => {
  const transactions = [paid(3, -95_000, 'HARBOUR PROPERTIES'), paid(5, -3_450, 'CITY WATERWORKS')]
  it('is rolled on by what came after it was told, and nothing where no one told it', () => {
    expect(balanceToday(transactions, { date: '2026-03-04', amount_cents: 10_000 }, '2026-03-31')).toEqual({
      date: '2026-03-05',
      amount_cents: 6_550,
    })
    expect(balanceToday(transactions, null, '2026-03-31')).toBeNull()
    expect(balanceToday(transactions, { date: '2026-04-01', amount_cents: 1 }, '2026-03-31')).toBeNull()
  })
  it('is offered from the plan and what moved since', () => {
    const scenario = plan({})
    const held = [{ account: 'MAIN', transactions, balance_cents: null, balance_date: null }]
    const known = { bases: basesBegun(scenario, { seen: [] }), seen: new Set<string>(), today: '2026-03-04' }
    const offered = { account_id: null, date: '2026-03-03', amount_cents: 105_000, changed_cents: null }
    expect(balancesToAsk(scenario, held, {}, known)).toEqual([offered])
    // Of a plan that was brought there on another device.
    expect(balancesToAsk(scenario, held, {}, { ...known, bases: {} })).toEqual([offered])
  })
  it('tells whether the plan has what was paid on its first day, so that another device counts nothing twice', () => {
    const scenario = plan({ bills: [rent] }, { start_date: '2026-03-05', planning_balance_cents: 101_550 })
    const evening = { date: '2026-03-07', amount_cents: 100_000 }
    const all = [...transactions, paid(7, -1_550, 'CORNER CAFE')]
    expect(hasFirstDay(scenario, all, evening)).toBe(true)
    expect(hasFirstDay({ ...scenario, planning_balance_cents: 105_000 }, all, evening)).toBe(false)
    const matched = match(scenario, all, '2026-03-07', { accounts, balance_has_first_day: true })
    expect(matched.unplanned.map(({ date }) => date)).toEqual(['2026-03-07'])
    const brought = bringToBank(scenario, matched, { balance: evening, transactions: all, accounts, balance_has_first_day: true })
    expect(brought).toMatchObject({ ok: true, difference: { untold_cents: 0, unplanned_cents: -1_550 } })
  })
})

describe('what is kept of it', () => {
  it('stands while the plan says so: undone, its payments are looked at anew', () => {
    const { scenario, matched, options } = household()
    const brought = bringToBank(scenario, matched, options)
    if (!brought.ok) throw new Error('refused')
    const after = edited(scenario, brought.edit)
    const sure = matched.matches.filter((one) => one.sure)
    const kept = { matches: sure.map((one) => keepMatch(one, after.start_date)), seen: [{ id: 'x', until: after.start_date }], last: null }
    expect(standing(after, kept)).toEqual(kept)
    expect(standing(scenario, kept)).toEqual({ matches: [], seen: [], last: null })
    const reopened = edited(after, {
      type: 'set_dates',
      collection: 'bills',
      id: rent.id,
      dates: { '2026-03-03': { paid: null, rest: null } },
    })
    expect(standing(reopened, kept).matches).toEqual([])
  })
})

describe('a balance of a day before the plan’s', () => {
  const begins = { ...household().scenario, start_date: '2030-09-20', planning_balance_cents: 100_000 }
  const balance = (date: string, amount_cents = 123_450) => ({ date, amount_cents })
  it('is offered with its day, as nothing takes it by itself', () => {
    expect(earlierBalance(begins, balance('2030-09-19'), null)).toEqual(balance('2030-09-19'))
    expect(earlierBalance(begins, balance('2030-08-01'), '2030-07-31')).toEqual(balance('2030-08-01'))
  })
  it('is begun with on the day after it, so that what is planned since is in the plan', () => {
    const salary = { id: rowId(1), name: 'Salary', amount_cents: 231_540, due_date: '2026-03-28' }
    const typed = plan({ incomes: [salary] }, { start_date: '2026-03-30', planning_balance_cents: 30_000 })
    const begun = { ...typed, ...beginningWith({ date: '2026-03-27', amount_cents: 31_277 }) }
    const { available_cents } = projected(begun, '2026-03-30', '2026-04-05')
    expect([begun.start_date, available_cents[0], available_cents.at(-1)]).toEqual(['2026-03-28', 262_817, 262_817])
    expect(beginningWith(balance('2030-09-19'))).toEqual({ planning_balance_cents: 123_450, start_date: '2030-09-20' })
  })
  it('is not offered where the plan has it, was brought to it before, or is of no later day', () => {
    expect(earlierBalance(begins, balance('2030-09-19', 100_000), null)).toBeNull()
    expect(earlierBalance(begins, balance('2030-09-19'), '2030-09-19')).toBeNull()
    expect(earlierBalance(begins, balance('2030-09-20'), null)).toBeNull()
    expect(earlierBalance(begins, null, null)).toBeNull()
  })
})

describe('a pot that pays a bill on another account', () => {
  const joint = { id: rowId(8), name: 'Joint', kind: 'checking', balance_cents: 50_000 }
  const phone = { id: rowId(9), name: 'Phone', amount_cents: 4_000, due_date: '2026-03-05', schedule: monthly, account_id: joint.id }
  const rule = { id: 'e0000000-0000-4000-8000-000000000001', target: `bill:${phone.id}`, kind: 'fixed', value: 4_000, base: 'balance' }
  const scenario = plan({ accounts: [joint], bills: [phone], allocations: [rule] } as unknown as ListInputs)
  const date = '2026-03-10'

  it.each([
    ['left the main account as planned', [paid(5, -4_000, 'TELEKOM')], 0],
    ['did not leave it', [], 4_000],
  ])('is told where the money %s', (_what, transactions, unplanned_cents) => {
    const balance = { date, amount_cents: 196_000 + unplanned_cents }
    const matched = match(scenario, transactions, date, { accounts, covered_until: date })
    const brought = bringToBank(scenario, matched, { balance, transactions, accounts })
    expect(brought.ok && brought.difference).toMatchObject({ planned_cents: 196_000, unplanned_cents, untold_cents: 0 })
  })
})
