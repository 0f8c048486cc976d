/** An account as it is written: what comes of its fields, and what is refused with a sentence. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { accountKinds, type AccountKind } from '../../core/accounts/account.ts'
import type { Account } from '../../core/scenario.ts'
import { putRow } from '../../core/store.ts'
import { changedDraft, draftOf, rowOf, type AccountDraft } from '../../web/components/accounts/accountDraft.ts'
import { formatAmount } from '../../web/format/money.ts'
import { blank, grown } from '../core/arbitraries.ts'

const id = '00000000-0000-4000-8000-000000000001'
const newCard = (fields: Partial<AccountDraft>, statement: string): AccountDraft => {
  const draft = draftOf(null, 'USD')
  return { ...draft, name: 'Visa', kind: 'card', ...fields, card: { ...draft.card, statement } }
}

describe('a new card', () => {
  test('keeps what stood on its last statement, as far as that is owed', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1_000_000 }), fc.integer({ min: 0, max: 1_000_000 }), (owed, stood) => {
        const read = rowOf(newCard({ amount: formatAmount(owed, 'USD') }, formatAmount(stood, 'USD')), id, 'USD')
        if (stood > owed) expect(read).toMatchObject({ ok: false, field: 'statement' })
        else expect(read).toMatchObject({ ok: true, row: { balance_cents: 0 - owed, card: { statement_cents: stood } } })
      }),
    )
  })
  test('says nothing of a statement that was left blank, nor asks it of a card that is paid nothing', () => {
    expect(rowOf(newCard({ amount: '100' }, ''), id, 'USD')).toMatchObject({ ok: true, row: { card: { statement_cents: null } } })
    const unpaid = newCard({ amount: '100' }, '250')
    expect(rowOf({ ...unpaid, card: { ...unpaid.card, pays: 'nothing' } }, id, 'USD')).toMatchObject({ ok: true, row: { card: null } })
  })
  test('with more on its statement than is owed is told so, and nothing of it is kept', () => {
    expect(rowOf(newCard({ amount: '100' }, '250'), id, 'USD')).toEqual({
      ok: false,
      field: 'statement',
      problem: 'No more can have stood on it than the $100.00 that is owed.',
    })
    expect(rowOf(newCard({ amount: '' }, '250'), id, 'USD')).toMatchObject({ ok: false, field: 'statement' })
  })
})

describe('another kind of an account', () => {
  const [blankAccount] = grown(blank(), [putRow('accounts', { id, name: 'Visa', kind: 'savings' })]).accounts as [Account]
  const account = (kind: AccountKind, balance_cents: number, floor_cents: number | null = null): Account => ({
    ...blankAccount,
    kind,
    balance_cents,
    floor_cents,
  })
  const inTurn = (draft: AccountDraft, kinds: readonly AccountKind[]): AccountDraft =>
    kinds.reduce((one, kind) => changedDraft(one, { kind }, 'EUR'), draft)
  const kept = (draft: AccountDraft): number | null => {
    const read = rowOf(draft, id, 'EUR')
    return read.ok ? (read.row.balance_cents ?? null) : null
  }
  const anyKind = fc.constantFrom(...accountKinds)
  const anyCents = fc.integer({ min: -10_000_000, max: 10_000_000 })

  test('shows what is overdrawn as what is owed on the card, and back', () => {
    const card = inTurn(draftOf(account('savings', -31_240, -50_000), 'EUR'), ['card'])
    expect([card.amount, card.floor, kept(card)]).toEqual(['312.40', '500.00', -31_240])
    expect(inTurn(card, ['savings'])).toMatchObject({ amount: '-312.40', floor: '-500.00' })
  })
  test('keeps what is owed, or there, in whatever order kinds are chosen', () => {
    fc.assert(
      fc.property(anyKind, anyCents, fc.array(anyKind, { maxLength: 6 }), (kind, cents, kinds) => {
        const draft = draftOf(account(kind, cents), 'EUR')
        expect(kept(inTurn(draft, kinds))).toBe(cents)
        expect(inTurn(draft, [...kinds, kind])).toEqual(draft)
      }),
    )
  })
  test('keeps what was typed: a sum above zero is what is owed once a card is chosen, and what was owed stays so', () => {
    fc.assert(
      fc.property(anyKind, anyCents, fc.array(anyKind, { maxLength: 6 }), (kind, cents, kinds) => {
        const typed = changedDraft(inTurn(draftOf(null, 'EUR'), [kind]), { name: 'Visa', amount: formatAmount(cents, 'EUR') }, 'EUR')
        const isDebtNow = ['card', 'loan'].includes(kinds.at(-1) ?? kind)
        const isOwedSince = cents > 0 && isDebtNow && !['card', 'loan'].includes(kind)
        expect(kept(inTurn(typed, kinds))).toBe(isOwedSince ? 0 - cents : kept(typed))
        expect(inTurn(typed, [...kinds, kind]).amount).toBe(typed.amount)
      }),
    )
  })
  test('does not take what is to stay on savings for a limit, and leaves what it cannot read', () => {
    const kept = inTurn(draftOf(account('savings', 80_000, 10_000), 'EUR'), ['card'])
    expect([kept.amount, kept.floor]).toEqual(['-800.00', ''])
    expect(inTurn(kept, ['checking']).floor).toBe('100.00')
    expect(inTurn(changedDraft(kept, { amount: 'about 20' }, 'EUR'), ['savings']).amount).toBe('about 20')
  })
})
