import { describe, expect, it } from 'vitest'
import type { BillInput, Scenario } from '../../../core/scenario.ts'
import { estimateSpending } from '../../../core/spending/estimate-spending.ts'
import { everydayPayments } from '../../../core/spending/everyday-payments.ts'
import { billTeller, spendingTaken } from '../../../core/spending/everyday.ts'
import { leftOut, ownPayments, spentApart } from '../../../core/spending/own-accounts.ts'
import { isBeside, spendingProposals } from '../../../core/spending/spending-bills.ts'
import { cardOf } from '../accountPlans.ts'
import { edited, paid, plan, rowId, start_date, weekly } from '../actuals/plans.ts'
import { later } from '../schedule-reference.ts'

const main = null
const visa = { id: rowId(7), name: 'Visa', kind: 'card', balance_cents: 0, card: cardOf({ closing_day: 20, due_day: 12 }) }
const withAccounts = (accounts: object[], bills: BillInput[] = []): Scenario => plan({ accounts, bills } as never)
/** Three payments of the card, 703.39 together, and 30 a week at a shop, before 1 March. */
const cardPayments = [
  ['2025-12-12', 21_437],
  ['2026-01-12', 30_112],
  ['2026-02-12', 18_790],
].map(([day, cents]) => paid(day as string, -(cents as number), 'VISA CARD PAYMENT THANK YOU'))
const shop = Array.from({ length: 13 }, (_, week) => paid(later('2025-12-01', 7 * week), -3_000, 'SOME SHOP'))
const known = { today: start_date, from: '2025-11-30', until: start_date }

describe('what pays a card of the plan', () => {
  it('is no everyday spending: the level is that of the rest, and what is left out is told with its sum', () => {
    const { spent, within } = spentApart(withAccounts([visa]), [...shop, ...cardPayments], main)
    expect(leftOut(within, known)).toMatchObject([{ kind: 'card', account: { name: 'Visa' }, payments: 3, amount_cents: 70_339 }])
    expect(leftOut(within, { from: '2026-01-12', until: '2026-02-12' })).toMatchObject([{ payments: 1, amount_cents: 30_112 }])
    expect(estimateSpending(spent, known)!.categories.map(({ category, weekly_cents }) => [category, weekly_cents])).toEqual([
      ['rest', 3_000],
    ])
  })
  it('is left out with its reason where the plan has no such card', () => {
    const { spent, within } = spentApart(withAccounts([]), [...shop, ...cardPayments], main)
    expect([spent.length, leftOut(within, known)]).toEqual([13, [{ kind: 'card', account: null, payments: 3, amount_cents: 70_339 }]])
  })
  it('stands among what was not planned, and is not noted as spent of the rest', () => {
    const rest = { id: rowId(4), name: 'Everyday spending', amount_cents: 7_000, due_date: start_date, schedule: weekly, spread: true }
    const own = withAccounts([visa], [rest])
    const [payment] = cardPayments
    const list = [
      { transactions: [payment!.id], date: payment!.date, account_id: null, payee: payment!.payee, amount_cents: payment!.amount_cents },
    ]
    expect(everydayPayments(own, list, new Map([[payment!.id, payment!]])).surprising).toHaveLength(1)
    expect([payment!, shop[0]!].map((one) => billTeller(own)(one)?.name)).toEqual([undefined, 'Everyday spending'])
  })
  const is = (payee: string, date = '2026-02-12', account_id: string | null = main, accounts: object[] = [visa]) => {
    const found = ownPayments(withAccounts(accounts))(paid(date, -5_000, payee), account_id)
    return found && (found.account?.name ?? found.kind)
  }
  it('is known by words of a card’s payment, by its name about its due day, and on the account that it is paid from', () => {
    expect(
      ['PAYMENT - THANK YOU', 'KREDITKARTENABRECHNUNG 02/26', 'VISA PMT 4411', 'VISA ONLINE PAYMENT QX'].map((payee) => is(payee)),
    ).toEqual(['Visa', 'Visa', 'Visa', 'Visa'])
    // A weekend and a holiday later it is still that payment; at the end of the month the name alone says nothing.
    expect([is('VISA PMT 4411', '2026-02-16'), is('VISA PMT 4411', '2026-02-27'), is('VISA CARD PAYMENT THANK YOU', '2026-02-27')]).toEqual(
      ['Visa', null, 'Visa'],
    )
    // On an account that pays no card, it is a card that the plan does not have.
    expect(is('PAYMENT - THANK YOU', '2026-02-12', rowId(8))).toBe('card')
    const two = [visa, { ...visa, id: rowId(8), name: 'Chase Freedom', card: cardOf({ due_day: 26 }) }]
    expect([
      is('CHASE CREDIT CRD AUTOPAY', '2026-02-26', main, two),
      is('PAYMENT THANK YOU', '2026-02-25', main, two),
      is('PAYMENT THANK YOU', '2026-02-12', main, two),
    ]).toEqual(['Chase Freedom', 'Chase Freedom', 'Visa'])
  })
  it('is no purchase, whatever the bank prints of how it was paid, and nothing that comes in', () => {
    for (const payee of [
      'VISA PURCHASE REWE',
      'VISA DEBIT HALLORAN',
      'CARD PAYMENT TO TESCO',
      'PAIEMENT CARTE 1202 CARREFOUR',
      'ONLINE PAYMENT CITY POWER',
      'ZELLE PAYMENT TO MARY JONES',
      '',
    ])
      expect(is(payee)).toBeNull()
    expect(ownPayments(withAccounts([visa]))(paid('2026-02-12', 5_000, 'PAYMENT THANK YOU'), main)).toBeNull()
  })
  const others = [
    { id: rowId(5), name: 'Rainy day savings', kind: 'savings' },
    { id: rowId(6), name: 'Car loan', kind: 'loan', balance_cents: -500_000 },
  ]
  it('is the same for a loan and for savings by their names', () => {
    const of = (payee: string) => is(payee, '2026-02-03', main, others)
    expect(
      ['TRANSFER TO RAINY DAY SAVINGS 0042', 'CAR LOAN PMT', 'ONLINE TRANSFER TO SAVINGS', 'RAINY DAY CAFE', 'CAR WASH PAYMENT'].map(of),
    ).toEqual(['Rainy day savings', 'Car loan', 'savings', null, null])
  })
  it('knows what goes to savings however short the bank writes it, and no shop by it', () => {
    const of = (payee: string) => is(payee, '2026-02-03', main, others)
    const said = [
      'TO SAV',
      'Transfer to savings',
      'Online Xfer to Sav ...7741',
      'INTERNET TRF TO MY SVGS',
      'TO SAVINGS ACCT 0042',
      'SAVINGS TRANSFER',
    ]
    const german = ['Übertrag auf Sparkonto', 'Dauerauftrag auf das Tagesgeld', 'SPARRATE 02/2026']
    expect([...said, ...german].map(of)).toEqual([...said, ...german].map(() => 'savings'))
    const shops = [
      'SAV-A-LOT 0412',
      'SAVE MART',
      'TO SAV-MOR DRUGS',
      'TOSAV LTD',
      'SPARKASSE AUTOMAT',
      'SAVINGS DIRECT FURNITURE',
      'AUTO SAVVY',
    ]
    expect(shops.map(of)).toEqual(shops.map(() => null))
  })
})

describe('a kind that the plan has a bill for', () => {
  const fuel: BillInput = { id: rowId(4), name: 'Fuel', amount_cents: 4_000, due_date: '2026-03-04', schedule: weekly, account_id: visa.id }
  const pumps = Array.from({ length: 13 }, (_, week) => paid(later('2025-12-03', 7 * week), -872, 'SHELL 0412'))
  const estimate = estimateSpending([...shop, ...pumps], known)!
  const own = withAccounts([visa], [fuel])
  const proposals = spendingProposals(own, estimate, start_date)
  it('is not planned with the rest: it is told which bill stands for it, and comes in by itself alone', () => {
    expect(proposals.map((one) => [one.category, one.kind === 'new' && one.beside?.name])).toEqual([
      ['rest', undefined],
      ['fuel', 'Fuel'],
    ])
    const words = { named: (name: string) => ({ name, category: null }), said: 'Everyday spending', newId: () => rowId(9) }
    const taken = edited(
      own,
      spendingTaken(
        own,
        proposals.filter((one) => !isBeside(one)),
        words,
      ),
    )
    expect(taken.bills.map(({ name, amount_cents }) => [name, amount_cents])).toEqual([
      ['Fuel', 4_000],
      ['rest', 3_000],
    ])
    expect(edited(own, spendingTaken(own, proposals.filter(isBeside), words)).bills).toHaveLength(2)
  })
  it('is known by the bill’s category as well, and is none where that bill is over, or says another kind', () => {
    const beside = (bill: object) =>
      spendingProposals(withAccounts([visa], [{ ...fuel, ...bill }]), estimate, start_date).filter(isBeside).length
    expect([
      beside({ name: 'Car', category: 'Fuel' }),
      beside({ name: 'Groceries' }),
      beside({ due_date: '2026-01-07', schedule: { ...weekly, until: '2026-02-04' } }),
      beside({ schedule: null }),
    ]).toEqual([1, 0, 0, 0])
  })
})
