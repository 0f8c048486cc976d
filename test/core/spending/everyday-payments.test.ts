import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { bringToBank } from '../../../core/actuals/bring-to-bank.ts'
import type { Unplanned } from '../../../core/actuals/matched.ts'
import { addDays } from '../../../core/calendar.ts'
import type { AccountTransaction } from '../../../core/prediction/history.ts'
import { everydayBillTeller, everydayPayments } from '../../../core/spending/everyday-payments.ts'
import { edited, evidence, match, paid, plan, rowId, weekly } from '../actuals/plans.ts'

const groceries = { id: rowId(4), name: 'Groceries', amount_cents: 7_000, due_date: '2026-03-01', schedule: weekly, spread: true }
const unplanned = ({ id, date, amount_cents, payee }: AccountTransaction, account_id: string | null = null): Unplanned => ({
  transactions: [id],
  date,
  account_id,
  payee,
  amount_cents,
})

/** A shop that no word says anything of, as often as is asked, until a day in March. */
const visits = (payee: string, count: number, apart: number, cents = (nth: number): number => 2_000 + 137 * nth): AccountTransaction[] =>
  Array.from({ length: count }, (_, nth) => paid(addDays('2026-03-20', -apart * nth), 0 - cents(nth), payee))

const told = (bills: object[], list: readonly Unplanned[], known: readonly AccountTransaction[]) => {
  const { planned, open, surprising } = everydayPayments(plan({ bills: bills as never }), list, new Map(known.map((one) => [one.id, one])))
  return [planned, open, surprising].map((own) => own.map(({ payee }) => payee))
}

describe('what was not planned', () => {
  it('is everyday spending by its words or because it is paid often and never alike, with a bill or without one; the others surprise', () => {
    const often = visits('HALLORAN & SONS', 6, 7)
    const [grocer, cafe, laptop, back] = [
      paid(18, -4_000, 'LIDL 0042'),
      paid(19, -900, 'CAFE MILANO'),
      paid(19, -120_000, 'COMPUTER STORE'),
      paid(19, 2_500, 'LIDL 0042'),
    ] as const
    const all = [...often, grocer, cafe, laptop, back]
    const list = [often[0]!, grocer, cafe, laptop, back].map((one) => unplanned(one))
    expect(told([], list, all)).toEqual([[], ['HALLORAN & SONS', 'LIDL 0042', 'CAFE MILANO'], ['COMPUTER STORE', 'LIDL 0042']])
    expect(told([groceries], list, all)).toEqual([['LIDL 0042'], ['HALLORAN & SONS', 'CAFE MILANO'], ['COMPUTER STORE', 'LIDL 0042']])
    const general = { ...groceries, name: 'Everyday spending' }
    expect(told([general], list, all)[0]).toEqual(['HALLORAN & SONS', 'LIDL 0042', 'CAFE MILANO'])
  })

  it('is none where it is a bill by its rhythm, its sums or its words, long past, of another account, or was taken back', () => {
    const monthly = visits('HALLORAN & SONS', 4, 30)
    const alike = visits('NORTH CLUB', 8, 7, () => 1_200)
    const power = visits('CITY POWER', 8, 7)
    const past = visits('OLD CORNER', 8, 7).map((one) => ({ ...one, date: addDays(one.date, -200) }))
    const lidl = paid(18, -4_000, 'LIDL 0042')
    const known = [...monthly, ...alike, ...power, ...past, lidl]
    const list = [monthly[0]!, alike[0]!, power[0]!, { ...past[0]!, date: '2026-03-20' }].map((one) => unplanned(one))
    expect(told([], list, known)[2]).toHaveLength(4)
    expect(
      told([groceries], [unplanned(lidl, rowId(9)), { ...unplanned(lidl), transactions: [lidl.id, alike[0]!.id] }], known)[2],
    ).toHaveLength(2)
    expect(told([], [], [])).toEqual([[], [], []])
  })
})

describe('the bill that everyday spending is noted of and told by', () => {
  const general = { ...groceries, name: 'Everyday' }
  it('has what is everyday spending and what goes back from there; a tire, a fee and a laptop it has not, but everything else has', () => {
    const often = visits('HALLORAN & SONS', 6, 7)
    const kinds = fc.constantFrom('DISCOUNT TIRE 88', 'OVERDRAFT FEE', 'COMPUTER STORE', 'KROGER #432', 'SHELL OIL 5744', 'HALLORAN & SONS')
    fc.assert(
      fc.property(kinds, fc.integer({ min: 1, max: 90_000 }), fc.boolean(), (payee, cents, isBack) => {
        const payment = paid(18, isBack ? cents : -cents, payee)
        const scenario = plan({ bills: [general] as never })
        const known = [...often, payment]
        const bill = everydayBillTeller(scenario, known, '2026-03-20')(payment)
        const isEveryday = /KROGER|SHELL|HALLORAN/.test(payee)
        expect(bill?.name).toBe(isEveryday ? 'Everyday' : undefined)
        if (!isBack) expect(told([general], [unplanned(payment)], known)[0]).toEqual(isEveryday ? [payee] : [])
        const rest = plan({ bills: [{ ...general, evidence: evidence('everyday rest') }] as never })
        expect(everydayBillTeller(rest, known, '2026-03-20')(payment)?.name).toBe('Everyday')
        expect(everydayBillTeller(plan({}), known, '2026-03-20')(payment)).toBeNull()
      }),
    )
  })

  it('notes no tire and no fee as spent when the plan is brought to the bank', () => {
    const scenario = plan({ bills: [general] as never })
    const payments = [paid(4, -38_900, 'DISCOUNT TIRE 88'), paid(5, -3_500, 'OVERDRAFT FEE'), paid(6, -10_155, 'KROGER #432')]
    const matched = match(scenario, payments, '2026-03-20')
    const brought = bringToBank(scenario, matched, { balance: { date: '2026-03-20', amount_cents: 147_445 }, transactions: payments })
    const { exceptions } = edited(scenario, brought.ok ? brought.edit : null).bills[0]!
    const noted = Object.values(exceptions).flatMap(({ paid: parts = [] }) => parts.map(({ amount_cents }) => amount_cents))
    expect(noted.filter((cents) => cents > 0)).toEqual([10_155])
  })
})
