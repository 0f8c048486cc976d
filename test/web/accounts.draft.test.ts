/** An account as it is written: what comes of its fields, and what is refused with a sentence. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { draftOf, rowOf, type AccountDraft } from '../../web/components/accounts/accountDraft.ts'
import { formatAmount } from '../../web/format/money.ts'

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
