/** Which transactions and dates are looked at, what is told of them, and in which order. */
import { describe, expect, it } from 'vitest'
import type { EarlierMatch } from '../../../core/actuals/matched.ts'
import { evidence, match, monthly, paid, plan, rowId, told, weekly } from './plans.ts'

const rent = {
  id: rowId(1),
  name: 'Rent Harbour',
  amount_cents: 95_000,
  due_date: '2026-03-03',
  schedule: monthly,
  evidence: evidence('HARBOUR PROPERTIES'),
}
const cleaning = {
  id: rowId(2),
  name: 'Maria Santos',
  amount_cents: 4_000,
  due_date: '2026-03-02',
  schedule: weekly,
  evidence: evidence('MARIA SANTOS'),
}
const harbour = (day: number | string, cents: number, more = {}) => paid(day, cents, 'HARBOUR PROPERTIES', more)
const maria = (day: number | string) => paid(day, -4_000, 'MARIA SANTOS')
const isPaid = { rest: 'dropped' as const }
const earlierOf = (transactions: readonly { id: string }[], scheduled_date = '2026-03-03', id = rent.id): EarlierMatch => ({
  row: { collection: 'bills', id },
  scheduled_date,
  transactions: transactions.map((one) => one.id),
})

describe('which days are told', () => {
  const shop = (day: number | string) => paid(day, -1_234, 'CORNER SHOP')
  const days = (more: object) =>
    match(plan({}), [shop('2026-02-28'), shop(1), shop(2)], '2026-03-05', more).unplanned.map(({ date }) => date)
  it('are those from the start of the plan; from the next day on, where its balance has the first', () => {
    expect(days({})).toEqual(['2026-03-01', '2026-03-02'])
    expect(days({ balance_has_first_day: true })).toEqual(['2026-03-02'])
  })
  it('of accounts that are none of the plan’s none; of each other account with its name', () => {
    const savings = 'aaaaaaaa-0000-4000-8000-00000000000a'
    const all = ['CHECKING', 'SAVINGS', 'OTHER'].map((account, nth) => paid(3 + nth, -1_000 - nth, 'SHOP', { account }))
    const found = match(plan({}), all, '2026-03-09', { accounts: { CHECKING: null, SAVINGS: savings } })
    expect(found.unplanned.map(({ account_id, transactions }) => [account_id, transactions])).toEqual([
      [null, [all[0]!.id]],
      [savings, [all[1]!.id]],
    ])
  })
  it('what was paid before the plan and came back after its beginning is told, since only one of both is in its balance', () => {
    const both = [paid('2026-02-26', -4_712, 'ELECTRONICS'), paid(4, 4_712, 'ELECTRONICS')]
    expect(match(plan({}), both, '2026-03-09').unplanned).toMatchObject([
      { date: '2026-02-26', amount_cents: 0, transactions: both.map(({ id }) => id) },
    ])
  })
  it('what lies further back than any history is looked at no more', () => {
    const lists = plan({ bills: [{ ...rent, due_date: '2015-03-03' }] }, { start_date: '2015-03-01' })
    const [long, late] = [harbour('2015-04-03', -95_000), harbour(3, -95_000)]
    expect(match(lists, [long, late], '2026-03-05').matches.map(({ transactions }) => transactions)).toEqual([[late.id]])
  })
})

describe('what is missing', () => {
  const missing = (days: (number | string)[], today: string, more = {}) =>
    match(plan({ bills: [cleaning] }), days.map(maria), today, more).missing.map(({ scheduled_date, days_overdue }) => [
      scheduled_date.slice(5),
      days_overdue,
    ])
  it('is what is due up to the last day that is known, that day with it', () => {
    expect(missing([], '2026-03-20')).toEqual([])
    expect(missing([16], '2026-03-25')).toEqual([
      ['03-02', 14],
      ['03-09', 7],
    ])
    const until = (covered_until: string, today = '2026-03-25') => missing([2], today, { covered_until })
    expect(until('2026-03-08')).toEqual([])
    expect(until('2026-03-09')).toEqual([['03-09', 0]])
    expect(until('2026-03-10')).toEqual([['03-09', 1]])
  })
  it('is nothing after today, however far files tell', () => {
    expect(missing([2], '2026-03-08', { covered_until: '2026-03-31' })).toEqual([])
  })
  it('is none that is known to be paid, and none that the balance has', () => {
    const bills = [{ ...cleaning, due_date: '2026-02-23', exceptions: { '2026-03-02': isPaid } }]
    const found = match(plan({ bills }), [], '2026-03-09', { covered_until: '2026-03-09' })
    expect(found.missing.map(({ scheduled_date }) => scheduled_date)).toEqual(['2026-03-09'])
  })
})

describe('the order of what is told', () => {
  it('is by the day of the date, whichever was paid first', () => {
    const early = { ...rent, due_date: '2026-03-10' }
    const late = { ...cleaning, due_date: '2026-03-06', schedule: monthly }
    const found = match(plan({ bills: [early, late] }), [harbour(8, -95_000), maria(9)], '2026-03-12')
    expect(found.matches.map(({ date }) => date)).toEqual(['2026-03-06', '2026-03-10'])
  })
  it('is by day of what is unplanned, what came back with it; of a day by amount', () => {
    const shop = (day: number, cents: number, payee = 'SHOP') => paid(day, cents, payee)
    const all = [shop(9, -700, 'A'), shop(11, 700, 'A'), shop(4, -200), shop(4, -300), shop(12, -900), shop(2, -500), shop(7, -100)]
    expect(match(plan({}), all, '2026-03-13').unplanned.map(({ date, amount_cents }) => [Number(date.slice(8)), amount_cents])).toEqual([
      [2, -500],
      [4, -300],
      [4, -200],
      [7, -100],
      [9, 0],
      [12, -900],
    ])
  })
  it('is by the first leg of transfers', () => {
    const leg = (day: number, cents: number) => paid(day, cents, 'TRANSFER', { account: cents < 0 ? 'CHECKING' : 'SAVINGS' })
    const all = [leg(4, -10_000), leg(5, 10_000), leg(6, -30_000), leg(3, 30_000)]
    const found = match(plan({}), all, '2026-03-10', { accounts: { CHECKING: null } })
    expect(found.transfers.map(({ date, amount_cents }) => [date, amount_cents])).toEqual([
      ['2026-03-03', 30_000],
      ['2026-03-04', 10_000],
    ])
  })
})

describe('what was matched before', () => {
  it('takes no second payment: that is told', () => {
    const [first, second] = [harbour(3, -95_000), harbour(6, -95_000)]
    const bills = [{ ...rent, exceptions: { '2026-03-03': isPaid } }]
    const found = match(plan({ bills }), [first, second], '2026-03-08', { earlier: [earlierOf([first])] })
    expect([found.matches, found.unplanned.map(({ transactions }) => transactions)]).toEqual([[], [[second.id]]])
    // Nobody knows by what it was paid: it takes what was.
    expect(match(plan({ bills }), [second], '2026-03-08').matches).toMatchObject([{ state: 'settled' }])
  })
  it('takes the rest of it where it was paid in part', () => {
    const [first, rest] = [harbour(3, -40_000), harbour(6, -55_000)]
    const bills = [{ ...rent, exceptions: { '2026-03-03': { amount_cents: 55_000 } } }]
    const found = match(plan({ bills }), [first, rest], '2026-03-08', { earlier: [earlierOf([first])] })
    expect(found.matches).toMatchObject([{ scheduled_date: '2026-03-03', transactions: [rest.id], rest_cents: 0 }])
  })
  it('of a later date of its row is that one', () => {
    const [march, april, again] = [harbour(3, -95_000), harbour('2026-04-03', -95_000), harbour('2026-04-06', -95_000)]
    const bills = [{ ...rent, exceptions: { '2026-03-03': isPaid, '2026-04-03': isPaid } }]
    const found = match(plan({ bills }), [march, april, again], '2026-04-08', {
      earlier: [earlierOf([march]), earlierOf([april], '2026-04-03')],
    })
    expect([found.matches, found.unplanned.map(({ transactions }) => transactions)]).toEqual([[], [[again.id]]])
  })
  it('of what is due once is it still where it was carried to another day since', () => {
    const [first, second] = [harbour(3, -95_000), harbour(9, -95_000)]
    const bills = [{ ...rent, due_date: '2026-03-08', schedule: null, exceptions: { '2026-03-08': isPaid } }]
    const found = match(plan({ bills }), [first, second], '2026-03-10', { earlier: [earlierOf([first])] })
    expect([found.matches, found.unplanned.map(({ transactions }) => transactions)]).toEqual([[], [[second.id]]])
  })
  it('may be of a row that is gone, or of a transaction that no file has any more', () => {
    const [first, second] = [harbour(3, -95_000), harbour('2026-04-03', -95_000)]
    const earlier = [earlierOf([first], '2026-03-03', rowId(9)), earlierOf([{ id: 'gone' }])]
    const bills = [{ ...rent, exceptions: { '2026-03-03': isPaid } }]
    expect(told(match(plan({ bills }), [first, second], '2026-04-05', { earlier }))).toEqual({ '1 04-03': [second.id] })
  })
  it('says who a row is paid to; not by what went back', () => {
    const bills = [{ ...rent, name: 'Flat', evidence: null, exceptions: { '2026-03-03': isPaid } }]
    const [first, back] = [paid(3, -95_000, 'J SMITH'), paid(9, 5_000, 'CASHBACK DEALS')]
    const from = (payee: string) =>
      match(plan({ bills }), [first, back, paid('2026-04-03', -95_000, payee)], '2026-04-05', { earlier: [earlierOf([first, back])] })
        .matches[0]?.reason.payee
    expect(from('J SMITH')).toBe('known')
    expect(from('CASHBACK DEALS')).not.toBe('known')
  })
})

describe('what went back of what was known to be paid', () => {
  const bills = [{ ...rent, exceptions: { '2026-03-03': isPaid } }, cleaning]
  const missingOf = (transactions: ReturnType<typeof paid>[], known: number, back: string) => {
    const found = match(plan({ bills: bills.slice(0, 1) }), transactions, '2026-03-12', {
      earlier: known > 0 ? [earlierOf(transactions.slice(0, known))] : [],
    })
    expect(found.refunds).toMatchObject([{ scheduled_date: '2026-03-03', due: back }])
    return found.missing.map(({ scheduled_date, amount_cents, days_overdue }) => [scheduled_date, amount_cents, days_overdue])
  }
  it('is due again: all of it, or the part', () => {
    expect(missingOf([harbour(3, -95_000), harbour(10, 95_000)], 1, 'all')).toEqual([['2026-03-03', 95_000, 7]])
    expect(missingOf([harbour(3, -60_000), harbour(4, -35_000), harbour(10, 35_000)], 2, 'part')).toEqual([['2026-03-03', 35_000, 7]])
  })
  it('is not due again where it only was cheaper', () => {
    expect(missingOf([harbour(3, -95_000), harbour(10, 5_000)], 1, 'nothing')).toEqual([])
  })
  it('is due again where payment and refund come in one file', () => {
    expect(missingOf([harbour(3, -95_000), harbour(10, 95_000)], 0, 'all')).toEqual([['2026-03-03', 95_000, 7]])
  })
})

describe('payments and dates in turn', () => {
  const bills = [cleaning]
  it('two within days are of two dates in their order, late and early', () => {
    const [one, other] = [maria(7), maria(8)]
    const found = match(plan({ bills }), [one, other], '2026-03-09')
    expect(told(found)).toEqual({ '2 03-02': [one.id], '2 03-09': [other.id] })
  })
  it('one on its day keeps it, and the next day’s is the one that was left out', () => {
    const [own, late] = [maria(9), maria(10)]
    expect(told(match(plan({ bills }), [own, late], '2026-03-12'))).toEqual({ '2 03-02': [late.id], '2 03-09': [own.id] })
  })
  it('two dates next to each other are paid in their order', () => {
    const next = { ...cleaning, due_date: '2026-03-15', schedule: { every: 1, unit: 'month' as const, on: [15, 16] } }
    const [one, other] = [maria(14), maria(16)]
    expect(told(match(plan({ bills: [next] }), [one, other], '2026-03-18'))).toEqual({ '2 03-15': [one.id], '2 03-16': [other.id] })
  })
})

describe('parts', () => {
  it('leave what else was paid as it is', () => {
    const all = [maria(2), harbour(3, -60_000), maria(9), harbour(9, -35_000), maria(16)]
    const found = match(plan({ bills: [rent, cleaning] }), all, '2026-03-17')
    expect(told(found)).toEqual({
      '1 03-03': [all[1]!.id, all[3]!.id],
      '2 03-02': [all[0]!.id],
      '2 03-09': [all[2]!.id],
      '2 03-16': [all[4]!.id],
    })
    expect(found.unplanned).toEqual([])
  })
  it('are three as well, paid on the day of the last', () => {
    const parts = [harbour(3, -40_000), harbour(6, -30_000), harbour(11, -25_000)]
    expect(match(plan({ bills: [rent] }), parts, '2026-03-12').matches).toMatchObject([
      { transactions: parts.map(({ id }) => id), paid_on: '2026-03-11', paid_cents: 95_000, rest_cents: 0 },
    ])
  })
  it('stay apart where one payment is the whole: each is told by itself', () => {
    const all = [harbour(3, -95_000), harbour(4, -60_000), harbour(5, -35_000)]
    const found = match(plan({ bills: [rent] }), all, '2026-03-08')
    expect(found.matches.map(({ transactions }) => transactions)).toEqual([[all[0]!.id]])
    expect(found.unplanned.map(({ transactions }) => transactions)).toEqual([[all[1]!.id], [all[2]!.id]])
  })
  it('that are one payment are not of another row too, nor is what came between them', () => {
    const garage = { ...rent, id: rowId(3), name: 'Garage', amount_cents: 30_000 }
    const all = [paid(2, -1_200, 'BAKERY'), harbour(3, -60_000), paid(4, -1_300, 'BOOKSHOP'), harbour(5, -35_000)]
    const found = match(plan({ bills: [rent, garage] }), all, '2026-03-08', { covered_until: '2026-03-08' })
    expect(told(found)).toEqual({ '1 03-03': [all[1]!.id, all[3]!.id] })
    expect(found.missing.map(({ row }) => row.id)).toEqual([garage.id])
  })
})

describe('both legs', () => {
  it('of what comes in as planned, and of others of that amount, find each other', () => {
    const fromSavings = {
      id: rowId(4),
      name: 'From savings',
      amount_cents: 20_000,
      due_date: '2026-03-03',
      schedule: monthly,
      evidence: evidence('SAVINGS WITHDRAWAL'),
    }
    const leg = (day: number, cents: number, account: string, payee = 'TRANSFER') => paid(day, cents, payee, { account })
    const all = [
      leg(2, -20_000, 'SAVINGS'),
      leg(3, 20_000, 'CHECKING', 'SAVINGS WITHDRAWAL'),
      leg(12, -20_000, 'CHECKING'),
      leg(13, 20_000, 'SAVINGS'),
      leg(20, -20_000, 'SAVINGS'),
      leg(21, 20_000, 'CARD'),
    ]
    const found = match(plan({ incomes: [fromSavings] }), all, '2026-03-22', { accounts: { CHECKING: null } })
    expect(found.matches).toMatchObject([{ transactions: [all[1]!.id], other_leg: all[0]!.id }])
    expect(found.transfers.map(({ from_transaction, to_transaction }) => [from_transaction, to_transaction])).toEqual([
      [all[2]!.id, all[3]!.id],
      [all[4]!.id, all[5]!.id],
    ])
    expect(found.unplanned).toEqual([])
  })
})

describe('a row of which no name is known', () => {
  const flat = { ...rent, name: 'Flat', evidence: null }
  it('is not paid to who another row is paid to, nor where everyday spending goes', () => {
    const music = { ...rent, id: rowId(5), name: 'Netflix', amount_cents: 1_500, evidence: null, due_date: '2026-03-20' }
    expect(match(plan({ bills: [flat] }), [paid(3, -95_000, 'NETFLIX')], '2026-03-05').matches).toHaveLength(1)
    expect(match(plan({ bills: [flat, music] }), [paid(3, -95_000, 'NETFLIX')], '2026-03-05').matches).toEqual([])
    const market = [paid(3, -95_000, 'MARKET'), paid(4, -3_000, 'MARKET'), paid(5, -4_500, 'MARKET')]
    expect(match(plan({ bills: [flat] }), market, '2026-03-06').matches).toEqual([])
  })
  it('may be paid to somebody who was paid once more, beside it', () => {
    const twice = [paid(4, -95_000, 'KLARNA'), paid(6, -2_500, 'KLARNA')]
    expect(match(plan({ bills: [rent] }), twice, '2026-03-08').matches).toMatchObject([{ reason: { payee: 'foreign' } }])
  })
})
