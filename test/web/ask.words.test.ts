/** What is asked of each payday or income is told of those that can give it; of smaller ones it is told what they give. */
import { Children, isValidElement, type ReactNode } from 'react'
import { describe, expect, it } from 'vitest'
import { afford } from '../../core/questions/afford.ts'
import { save } from '../../core/questions/save.ts'
import { setAside } from '../../core/questions/set-aside.ts'
import { onTopWords, savedWords, setAsideWords, spendLessWords } from '../../web/components/ask/levelWords.ts'
import { idOf, planOf } from '../core/projectionPlans.ts'
import { speaking } from './speaking.ts'

const today = '2026-01-01'
const monthly = { every: 1, unit: 'month' as const }
const pay = { name: 'Pay', amount_cents: 200_000, due_date: '2026-01-10', schedule: monthly }
const interest = { name: 'Interest', amount_cents: 10_000, due_date: '2026-01-12', schedule: monthly }
const money = (cents: number): string => (cents / 100).toFixed(2)
function textOf(words: ReactNode): string {
  const pieces = Children.toArray(isValidElement<{ children?: ReactNode }>(words) ? words.props.children : words)
  return pieces.map((piece) => (isValidElement(piece) ? textOf(piece) : String(piece))).join('')
}
const both = (words: () => ReactNode): string[] => [textOf(words()), speaking('de', () => textOf(words()))]

function answerOf<A>(found: { ok: true; answer: A } | { ok: false; problems: unknown }): A {
  if (!found.ok) throw new Error(JSON.stringify(found.problems))
  return found.answer
}

describe('what each payday has to spare', () => {
  const rent = { name: 'Rent', amount_cents: 200_000, due_date: '2026-01-20', schedule: monthly }
  const spentLess = (incomes: (typeof pay)[], amount_cents: number) =>
    answerOf(afford(planOf({ balance: 0, incomes, bills: [rent] }), { today, date: '2026-02-25', amount_cents })).spend_less!
  it('is asked of each where each brings it', () => {
    expect(both(() => spendLessWords(spentLess([pay], 50_000), 'Feb 25', money))).toEqual([
      'For it to work on Feb 25, spend 250.00 less of each of the 2 paydays until then.',
      'Damit es am Feb 25 geht, gib nach jedem der 2 Zahltage bis dahin 250.00 weniger aus.',
    ])
  })
  it('is asked of the larger ones where smaller ones bring less, of which it is all', () => {
    // 20,000 are there; of the 120,000 that are missing the two small paydays bring 20,000.
    const less = spentLess([pay, interest], 140_000)
    expect(less).toEqual({ cents: 50_000, paydays: 4, smaller: { count: 2, cents: 20_000 } })
    expect(both(() => spendLessWords(less, 'Feb 25', money))).toEqual([
      'For it to work on Feb 25, spend 500.00 less after each of the 2 larger paydays until then, and nothing of the 200.00 that the 2 smaller ones bring.',
      'Damit es am Feb 25 geht, gib nach jedem der 2 größeren Zahltage bis dahin 500.00 weniger aus und nichts von den 200.00, die die 2 kleineren bringen.',
    ])
  })
})

describe('what is set aside of each income', () => {
  const insurance = { name: 'Insurance', amount_cents: 100_000, due_date: '2026-02-20' }
  const needed = (incomes: (typeof pay)[], allocations: NonNullable<Parameters<typeof planOf>[0]>['allocations'] = []) =>
    answerOf(setAside(planOf({ balance: 500_000, incomes, allocations, bills: [insurance] }), { today, target: `bill:${idOf(1, 0)}` }))
      .level!
  const words = (level: ReturnType<typeof needed>) =>
    both(() => setAsideWords(level, { amount: money(level.cents), day: 'Feb 20', missing: '1000.00', since: 'none' }, money))
  it('is told of those that have it free, and of the others what they have', () => {
    expect(words(needed([pay, interest]))).toEqual([
      '400.00 of each of 2 incomes until Feb 20, with the 200.00 that are free of the other 2, comes to the 1000.00 that are missing.',
      '400.00 von jeder von 2 Einnahmen bis zum Feb 20 und die 200.00, die von den 2 anderen frei sind, ergeben die 1000.00, die fehlen.',
    ])
    expect(words(needed([pay, interest], [{ target: 'savings:Car', kind: 'fixed', value: 10_000, base: 'income' }]))).toEqual([
      '500.00 of each of 2 incomes until Feb 20, with nothing free of the other 2, comes to the 1000.00 that are missing.',
      '500.00 von jeder von 2 Einnahmen bis zum Feb 20 (von den 2 anderen ist nichts frei) ergeben die 1000.00, die fehlen.',
    ])
  })
})

describe('what can be saved of each income', () => {
  it('is said to be on top of what goes to goals and pots already, where some does', () => {
    const rule = { target: 'savings:Car', kind: 'fixed', value: 10_000, base: 'income' } as const
    const said = (value: number, allocations: NonNullable<Parameters<typeof planOf>[0]>['allocations']) =>
      both(() => onTopWords(value, planOf({ balance: 500_000, incomes: [pay], allocations })))
    expect(said(5_000, [rule])).toEqual([
      'That is on top of what your rules set aside of income already.',
      'Das kommt zu dem hinzu, was deine Regeln von Einnahmen schon zurücklegen.',
    ])
    expect([said(0, [rule]), said(5_000, []), said(5_000, [{ ...rule, base: 'balance' }])]).toEqual([
      ['', ''],
      ['', ''],
      ['', ''],
    ])
  })
  it('is told of those that have it free, from the day on from which a rule counts', () => {
    const plan = planOf({ balance: 500_000, incomes: [pay, interest] })
    const found = answerOf(save(plan, { today: '2026-02-01', until: '2026-02-11', by: 'fixed' }))
    expect(both(() => savedWords(found, { amount: money(found.value), since: 'Jan 1' }, money))).toEqual([
      '2000.00 of each of 2 incomes from Jan 1 until then; the other one has only 100.00 free: 4100.00 in all.',
      '2000.00 von jeder von 2 Einnahmen vom Jan 1 bis dahin; von der anderen sind nur 100.00 frei: insgesamt 4100.00.',
    ])
  })
})
