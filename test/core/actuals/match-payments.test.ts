import { describe, expect, it } from 'vitest'
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
const pay = {
  id: rowId(3),
  name: 'Northwind',
  amount_cents: 250_000,
  due_date: '2026-02-27',
  schedule: monthly,
  evidence: evidence('NORTHWIND PAYROLL'),
}

describe('what a payment is of', () => {
  it('is missing only on accounts whose transactions are known', () => {
    const visa = rowId(9)
    const streaming = { id: rowId(8), name: 'Streaming', amount_cents: 1_599, due_date: '2026-03-05', schedule: monthly, account_id: visa }
    const scenario = plan({ accounts: [{ id: visa, name: 'Visa', kind: 'card' }], bills: [rent, streaming] })
    const all = [paid(10, -500, 'CORNER CAFE', { account: 'CHECKING' }), paid(10, -700, 'CORNER CAFE', { account: 'CARD' })]
    const missingOf = (accounts?: Record<string, string | null>): string[] =>
      match(scenario, all, '2026-03-12', { covered_until: '2026-03-12', ...(accounts && { accounts }) }).missing.map(({ row }) =>
        row.id.slice(-1),
      )
    expect(missingOf()).toEqual(['1'])
    expect(missingOf({ CHECKING: null })).toEqual(['1'])
    expect(missingOf({ CARD: visa })).toEqual(['8'])
    expect(missingOf({ CHECKING: null, CARD: visa })).toEqual(['1', '8'])
  })
  it('is the date of its payee, amount and day, and is sure', () => {
    const found = match(plan({ bills: [rent] }), [paid(3, -95_000, 'HARBOUR PROPERTIES 48213')], '2026-03-05')
    expect(found.matches).toMatchObject([
      {
        scheduled_date: '2026-03-03',
        state: 'open',
        paid_cents: 95_000,
        rest_cents: 0,
        sure: true,
        reason: { payee: 'known', amount: 'same', days_late: 0, doubts: [] },
      },
    ])
    expect(found.unplanned).toEqual([])
    expect(found.missing).toEqual([])
  })
  it('is sure of pay twice a month to the last day that is known, where another date would cost an older one its payment', () => {
    const twice = { ...pay, due_date: '2026-03-15', schedule: { every: 1, unit: 'month' as const, on: [15, 30] } }
    const all = ['2026-02-15', '2026-02-28', '2026-03-15', '2026-03-30'].map((date) => paid(date, 250_000, 'NORTHWIND PAYROLL'))
    const found = match(plan({ incomes: [twice] }), all, '2026-03-31', { covered_until: '2026-03-30' })
    expect(found.matches.map(({ scheduled_date, sure }) => [scheduled_date, sure])).toEqual([
      ['2026-03-15', true],
      ['2026-03-30', true],
    ])
  })
  it('is that of a row with a word that begins or ends one of its own, near its amount, and is asked', () => {
    const bill = (name: string) => ({ id: rowId(4), name, amount_cents: 6_000, due_date: '2026-03-03', schedule: monthly })
    for (const [name, payee] of [
      ['Water', 'WATERWORKS LUDLOW'],
      ['Miete', 'KALTMIETE HAUSVERWALTUNG'],
      ['Stromkosten', 'STROM NORD'],
    ] as const)
      expect(match(plan({ bills: [bill(name)] }), [paid(5, -6_350, payee)], '2026-03-08').matches).toMatchObject([
        { paid_cents: 6_350, sure: false, reason: { payee: 'akin', amount: 'near' } },
      ])
    expect(match(plan({ bills: [bill('Water')] }), [paid(5, -6_350, 'FREEWAY TYRES')], '2026-03-08').matches).toEqual([])
  })
  it('is none that nothing speaks for: it is unplanned, and the date is missing', () => {
    const shopping = paid(3, -4_712, 'GREENGROCER MARKET')
    const found = match(plan({ bills: [rent] }), [shopping], '2026-03-05', { covered_until: '2026-03-05' })
    expect(found.matches).toEqual([])
    expect(found.unplanned).toMatchObject([{ transactions: [shopping.id], amount_cents: -4_712 }])
    expect(found.missing).toMatchObject([{ scheduled_date: '2026-03-03', days_overdue: 2 }])
  })
  it('does not depend on the order of rows or transactions', () => {
    const lists = { bills: [rent, cleaning], incomes: [pay] }
    const transactions = [
      paid(2, -4_000, 'MARIA SANTOS'),
      paid(9, -4_000, 'MARIA SANTOS'),
      paid(4, -95_000, 'HARBOUR PROPERTIES'),
      paid(2, 250_000, 'NORTHWIND PAYROLL'),
    ]
    const found = match(plan(lists), transactions, '2026-03-12')
    expect(match(plan({ bills: [cleaning, rent], incomes: [pay] }), transactions.toReversed(), '2026-03-12')).toEqual(found)
    expect(found.matches).toHaveLength(4)
  })
})

describe('early, late and last week', () => {
  it('gives a payment the day before the next date to the date that is open', () => {
    const late = paid(8, -4_000, 'MARIA SANTOS')
    expect(told(match(plan({ bills: [cleaning] }), [late], '2026-03-08'))).toEqual({ '2 03-02': [late.id] })
  })
  it('does not let last week’s debit take this week’s date', () => {
    const [last, own] = [paid(8, -4_000, 'MARIA SANTOS'), paid(10, -4_000, 'MARIA SANTOS')]
    expect(told(match(plan({ bills: [cleaning] }), [own, last], '2026-03-12'))).toEqual({ '2 03-02': [last.id], '2 03-09': [own.id] })
  })
  it('gives it to the next date when the last one is paid', () => {
    const [first, early] = [paid(2, -4_000, 'MARIA SANTOS'), paid(8, -4_000, 'MARIA SANTOS')]
    expect(told(match(plan({ bills: [cleaning] }), [first, early], '2026-03-08'))).toEqual({ '2 03-02': [first.id], '2 03-09': [early.id] })
  })
  it('does not take a date that is known to be paid for the next one', () => {
    const bill = { ...cleaning, exceptions: { '2026-03-02': { rest: 'dropped' as const } } }
    const found = match(plan({ bills: [bill] }), [paid(3, -4_000, 'MARIA SANTOS')], '2026-03-04')
    expect(found.matches).toMatchObject([{ scheduled_date: '2026-03-02', state: 'settled' }])
  })
  it('finds a payment before the plan begins, and of its date nothing is due any more', () => {
    const found = match(plan({ bills: [rent] }), [paid('2026-02-27', -95_000, 'HARBOUR PROPERTIES')], '2026-03-02')
    expect(found.matches).toMatchObject([{ scheduled_date: '2026-03-03', state: 'open', reason: { days_late: -4 } }])
    expect(found.unplanned).toEqual([])
  })
  it('knows a late paycheck that the balance was thought to have', () => {
    const found = match(plan({ incomes: [pay] }), [paid(3, 250_000, 'NORTHWIND PAYROLL')], '2026-03-05')
    expect(found.matches).toMatchObject([{ scheduled_date: '2026-02-27', state: 'past' }])
  })
})

describe('parts, doubles and what goes back', () => {
  it('joins two parts into one payment', () => {
    const parts = [paid(3, -60_000, 'HARBOUR PROPERTIES'), paid(5, -35_000, 'HARBOUR PROPERTIES')]
    const found = match(plan({ bills: [rent] }), parts, '2026-03-08')
    expect(found.matches).toMatchObject([
      { transactions: parts.map(({ id }) => id), paid_cents: 95_000, rest_cents: 0, sure: true, reason: { amount: 'same', parts: 2 } },
    ])
  })
  it('joins parts that are less together than what is due, and leaves the rest due', () => {
    const parts = [paid(3, -40_000, 'HARBOUR PROPERTIES'), paid(4, -30_000, 'HARBOUR PROPERTIES')]
    const found = match(plan({ bills: [rent] }), parts, '2026-03-08')
    expect(found.matches).toMatchObject([
      {
        transactions: parts.map(({ id }) => id),
        paid_cents: 70_000,
        rest_cents: 25_000,
        sure: false,
        reason: { amount: 'part', parts: 2 },
      },
    ])
    expect(found.unplanned).toEqual([])
  })
  it('joins a small part to one that is about the amount alone, where together they are within its range or to the cent', () => {
    const ranged = { ...rent, amount_low_cents: 90_000, amount_high_cents: 110_000 }
    const parts = [paid(3, -81_000, 'HARBOUR PROPERTIES'), paid(4, -14_000, 'HARBOUR PROPERTIES')]
    for (const bill of [ranged, rent])
      expect(match(plan({ bills: [bill] }), parts, '2026-03-08').matches).toMatchObject([{ paid_cents: 95_000, reason: { parts: 2 } }])
    const other = [paid(3, -93_000, 'HARBOUR PROPERTIES'), paid(4, -14_000, 'HARBOUR PROPERTIES')]
    expect(match(plan({ bills: [rent] }), other, '2026-03-08').matches).toMatchObject([{ paid_cents: 93_000, reason: { parts: 1 } }])
  })
  it('asks about a part that came alone, and leaves the rest due', () => {
    const found = match(plan({ bills: [rent] }), [paid(3, -60_000, 'HARBOUR PROPERTIES')], '2026-03-08')
    expect(found.matches).toMatchObject([
      { paid_cents: 60_000, rest_cents: 35_000, sure: false, reason: { doubts: expect.arrayContaining(['part']) as string[] } },
    ])
  })
  it('is not sure that the second of two payments on a day is the next date, early', () => {
    const came = ['2026-03-02', '2026-03-09'].map((date) => paid(date, -4_000, 'MARIA SANTOS'))
    const twice = [paid(21, -4_000, 'MARIA SANTOS'), paid(21, -4_000, 'MARIA SANTOS')]
    const found = match(plan({ bills: [cleaning] }), [...came, ...twice], '2026-03-22')
    expect(found.matches.map(({ scheduled_date, sure }) => [scheduled_date, sure])).toEqual([
      ['2026-03-02', true],
      ['2026-03-09', true],
      ['2026-03-16', false],
      ['2026-03-23', false],
    ])
  })
  it('takes one of two equal payments, and tells the other', () => {
    const twice = [paid(3, -95_000, 'HARBOUR PROPERTIES'), paid(3, -95_000, 'HARBOUR PROPERTIES')]
    const found = match(plan({ bills: [rent] }), twice, '2026-03-08')
    expect(found.matches).toHaveLength(1)
    expect(found.unplanned).toMatchObject([{ amount_cents: -95_000 }])
  })
  it('nets a second payment that came back', () => {
    const twice = [paid(3, -95_000, 'HARBOUR PROPERTIES'), paid(4, -95_000, 'HARBOUR PROPERTIES'), paid(9, 95_000, 'HARBOUR PROPERTIES')]
    const found = match(plan({ bills: [rent] }), twice, '2026-03-12')
    expect(found.matches).toMatchObject([{ paid_cents: 95_000 }])
    expect(found.unplanned).toMatchObject([{ amount_cents: 0 }])
  })
  it('takes a refund off what was paid', () => {
    const found = match(
      plan({ bills: [rent] }),
      [paid(3, -95_000, 'HARBOUR PROPERTIES'), paid(9, 5_000, 'HARBOUR PROPERTIES')],
      '2026-03-12',
    )
    expect(found.matches).toMatchObject([{ paid_cents: 90_000, sure: false, reason: { doubts: ['refund'] } }])
    expect(found.unplanned).toEqual([])
  })
  it('leaves a date open whose payment went back whole', () => {
    const found = match(
      plan({ bills: [rent] }),
      [paid(3, -95_000, 'HARBOUR PROPERTIES'), paid(6, 95_000, 'HARBOUR PROPERTIES')],
      '2026-03-12',
    )
    expect(found.matches).toEqual([])
    expect(found.missing).toHaveLength(1)
    expect(found.unplanned).toMatchObject([{ amount_cents: 0 }])
  })
})

describe('transfers', () => {
  const accounts = { CHECKING: null }
  it('takes two legs some days apart for one transfer', () => {
    const legs = [
      paid(3, -20_000, 'TRANSFER OUT', { account: 'CHECKING' }),
      paid(7, 20_000, 'TRANSFER IN', { account: 'SAVINGS' }),
    ] as const
    const found = match(plan({}), legs, '2026-03-10', { accounts })
    expect(found.transfers).toMatchObject([{ from_transaction: legs[0].id, to_transaction: legs[1].id, amount_cents: 20_000 }])
    expect(found.unplanned).toEqual([])
  })
  it('takes two legs of a planned one for one payment', () => {
    const saving = {
      id: rowId(4),
      name: 'Transfer to savings',
      amount_cents: 20_000,
      due_date: '2026-03-03',
      schedule: monthly,
      evidence: evidence('TO SAVINGS'),
    }
    const legs = [
      paid(3, -20_000, 'TRANSFER TO SAVINGS', { account: 'CHECKING' }),
      paid(4, 20_000, 'FROM CHECKING', { account: 'SAVINGS' }),
    ] as const
    const found = match(plan({ bills: [saving] }), legs, '2026-03-10', { accounts })
    expect(found.matches).toMatchObject([{ transactions: [legs[0].id], other_leg: legs[1].id }])
    expect(found.transfers).toEqual([])
  })
  it('knows the payment of a card by its other leg, and leaves what was bought with the card', () => {
    const card = {
      id: rowId(5),
      name: 'Bluecard',
      amount_cents: 40_000,
      amount_low_cents: 20_000,
      amount_high_cents: 60_000,
      due_date: '2026-03-07',
      schedule: monthly,
      evidence: evidence('BLUECARD EPAYMENT'),
    }
    const transactions = [
      paid(7, -43_210, 'BLUECARD EPAYMENT', { account: 'CHECKING' }),
      paid(8, 43_210, 'PAYMENT THANK YOU', { account: 'CARD' }),
      paid(8, -1_250, 'CORNER CAFE', { account: 'CARD' }),
    ]
    const found = match(plan({ bills: [card] }), transactions, '2026-03-10', { accounts })
    expect(found.matches).toMatchObject([{ paid_cents: 43_210, other_leg: transactions[1]!.id, sure: true }])
    expect(found.unplanned).toEqual([])
  })
  it('leaves two of a day on one account alone', () => {
    const found = match(
      plan({}),
      [paid(3, -20_000, 'A', { account: 'CHECKING' }), paid(3, 20_000, 'B', { account: 'CHECKING' })],
      '2026-03-10',
      { accounts },
    )
    expect(found.transfers).toEqual([])
    expect(found.unplanned).toHaveLength(2)
  })
})

describe('names and amounts', () => {
  it('gives each of two equal rows on one day its payment', () => {
    const phones = ['mine', 'yours'].map((name, nth) => ({
      id: rowId(6 + nth),
      name: `Telekom ${name}`,
      amount_cents: 1_999,
      due_date: '2026-03-05',
      schedule: monthly,
      evidence: evidence('TELEKOM'),
    }))
    const found = match(plan({ bills: phones }), [paid(5, -1_999, 'TELEKOM 1234567'), paid(5, -1_999, 'TELEKOM 7654321')], '2026-03-06')
    expect(found.matches.map(({ row, sure }) => [row.id, sure])).toEqual(phones.map(({ id }) => [id, true]))
  })
  it('finds a payment under another name by its amount and day, and asks', () => {
    const found = match(plan({ bills: [rent] }), [paid(4, -95_000, 'KLARNA CHECKOUT')], '2026-03-06')
    expect(found.matches).toMatchObject([
      { scheduled_date: '2026-03-03', sure: false, reason: { payee: 'foreign', doubts: expect.arrayContaining(['payee']) as string[] } },
    ])
  })
  it('does not take another shop of that amount for a row whose own payment came', () => {
    const own = paid(5, -95_000, 'HARBOUR PROPERTIES')
    const found = match(plan({ bills: [rent] }), [paid(3, -95_000, 'ELECTRONICS WORLD'), own], '2026-03-06')
    expect(told(found)).toEqual({ '1 03-03': [own.id] })
  })
  it('asks about a price that rose', () => {
    const found = match(plan({ bills: [rent] }), [paid(3, -99_000, 'HARBOUR PROPERTIES')], '2026-03-06')
    expect(found.matches).toMatchObject([
      { paid_cents: 99_000, rest_cents: 0, sure: false, reason: { amount: 'near', doubts: ['amount'] } },
    ])
  })
  it('is sure of an amount within the row’s range', () => {
    const power = {
      id: rowId(8),
      name: 'Power',
      amount_cents: 6_000,
      amount_low_cents: 4_000,
      amount_high_cents: 8_000,
      due_date: '2026-03-10',
      schedule: monthly,
      evidence: evidence('VATTENKRAFT'),
    }
    const found = match(plan({ bills: [power] }), [paid(10, -7_311, 'VATTENKRAFT 8841275')], '2026-03-12')
    expect(found.matches).toMatchObject([{ sure: true, reason: { amount: 'within' } }])
  })
  it('finds interest that differs by the day, and asks', () => {
    const loan = {
      id: rowId(9),
      name: 'Autobank',
      amount_cents: 31_400,
      due_date: '2026-03-10',
      schedule: monthly,
      evidence: evidence('AUTOBANK LOAN'),
    }
    const found = match(plan({ bills: [loan] }), [paid(10, -31_467, 'AUTOBANK LOAN')], '2026-03-12')
    expect(found.matches).toMatchObject([{ paid_cents: 31_467, rest_cents: 0, sure: false }])
  })
  it('learns from earlier matches who a row is paid to', () => {
    const bill = { ...rent, name: 'Flat', evidence: null }
    const [first, second] = [paid(3, -95_000, 'J SMITH'), paid('2026-04-05', -97_000, 'J SMITH')]
    const earlier = [{ row: { collection: 'bills' as const, id: rent.id }, scheduled_date: '2026-03-03', transactions: [first.id] }]
    const asked = match(plan({ bills: [bill] }), [first], '2026-03-06')
    expect(asked.matches).toMatchObject([{ scheduled_date: '2026-03-03', sure: false, reason: { payee: 'other' } }])
    const known = match(plan({ bills: [{ ...bill, exceptions: { '2026-03-03': { rest: 'dropped' } } }] }), [first, second], '2026-04-06', {
      earlier,
    })
    expect(known.matches).toMatchObject([{ scheduled_date: '2026-04-03', reason: { payee: 'known' } }])
  })
})

describe('the same again', () => {
  it('looks at no transaction twice', () => {
    const transaction = paid(3, -95_000, 'HARBOUR PROPERTIES')
    const settled = plan({ bills: [{ ...rent, exceptions: { '2026-03-03': { rest: 'dropped' } } }] })
    const earlier = [{ row: { collection: 'bills' as const, id: rent.id }, scheduled_date: '2026-03-03', transactions: [transaction.id] }]
    expect(match(settled, [transaction], '2026-03-06', { earlier })).toEqual({
      matches: [],
      transfers: [],
      unplanned: [],
      missing: [],
      refunds: [],
    })
  })
  it('tells of a refund of a payment that was matched before', () => {
    const [first, back] = [paid(3, -95_000, 'HARBOUR PROPERTIES'), paid(10, 5_000, 'HARBOUR PROPERTIES')]
    const settled = plan({ bills: [{ ...rent, exceptions: { '2026-03-03': { rest: 'dropped' } } }] })
    const earlier = [{ row: { collection: 'bills' as const, id: rent.id }, scheduled_date: '2026-03-03', transactions: [first.id] }]
    expect(match(settled, [first, back], '2026-03-12', { earlier }).refunds).toMatchObject([
      { scheduled_date: '2026-03-03', transaction: back.id, amount_cents: 5_000 },
    ])
  })
})
