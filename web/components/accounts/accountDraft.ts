/** An account while it is written: its fields as texts and choices, and the row that comes of them. */
import type { AccountKind, Accrued, Card } from '../../../core/accounts/account.ts'
import { asSaid, leastOfKind, saidOfKind, type Written } from '../../../core/accounts/as-said.ts'
import { readAmount } from '../../../core/money/typed-amount.ts'
import type { Account, AccountInput } from '../../../core/scenario.ts'
import { formatAmount, formatMoney } from '../../format/money.ts'
import { formatRate } from '../../format/rate.ts'
import { numberMarks } from '../../format/typedAmount.ts'
import { readTypedAmount, type Read } from '../../ui/draft.ts'
import { say } from '../../words/say.ts'

export interface AccountDraft {
  name: string
  kind: AccountKind
  /** As it is said: what is owed on a card or a loan, and a card's limit, are above zero. */
  amount: string
  /** Blank: none is watched. */
  floor: string
  /** The two as they were last written: another kind says them from there. */
  written: Record<'amount' | 'floor', WrittenText>
  /** Percent a year; blank: none. */
  rate: string
  /** What has accrued stays as it is. */
  accrued?: Accrued | undefined
  card: CardDraft
}

interface WrittenText extends Omit<Written, 'cents'> {
  text: string
}

export interface CardDraft extends Pick<
  Card,
  'closing_day' | 'due_day' | 'shift' | 'paid_from_account_id' | 'credited_cents' | 'credited_on'
> {
  /** nothing: no payment is made by itself. */
  pays: Card['pays'] | 'nothing'
  minimum_percent: string
  minimum: string
  fixed: string
  /** Blank: what of the debt stood on the last statement is not said. */
  statement: string
}

const newCard: CardDraft = {
  closing_day: 3,
  due_day: 28,
  shift: null,
  paid_from_account_id: null,
  pays: 'statement',
  minimum_percent: '2',
  minimum: '',
  fixed: '',
  statement: '',
}

/** What is written of an account that is there, or of a new one. */
export function draftOf(account: Account | null, currency_code: string): AccountDraft {
  const written = (kind: AccountKind, amount: string, floor: string): Pick<AccountDraft, 'kind' | 'amount' | 'floor' | 'written'> => {
    const asWritten = (text: string): WrittenText => ({ kind, text, isTyped: false })
    return { kind, amount, floor, written: { amount: asWritten(amount), floor: asWritten(floor) } }
  }
  if (!account) return { name: '', ...written('savings', '', ''), rate: '', card: newCard }
  const { name, kind, balance_cents, floor_cents, interest, card } = account
  const amount = (cents: number | null): string => (cents === null ? '' : formatAmount(cents, currency_code))
  const pays = card?.pays ?? 'nothing'
  return {
    name,
    ...written(kind, amount(asSaid(kind, balance_cents)), amount(floor_cents === null ? null : asSaid(kind, floor_cents))),
    rate: interest ? formatRate(interest.rate_basis_points) : '',
    accrued: interest?.accrued,
    card: card
      ? {
          ...card,
          pays,
          minimum_percent: String(card.minimum_percent),
          minimum: amount(card.minimum_cents),
          fixed: amount(card.fixed_cents),
          statement: amount(card.statement_cents),
        }
      : { ...newCard, pays },
  }
}

/** What is written after a change of it. Another kind says the balance its own way; a text that can't be read stays as it is. */
export function changedDraft(draft: AccountDraft, fields: Partial<AccountDraft>, currency_code: string): AccountDraft {
  const changed = { ...draft, ...fields }
  const { kind } = changed
  const written = { ...draft.written }
  for (const field of ['amount', 'floor'] as const) {
    const text = fields[field]
    if (text !== undefined) written[field] = { kind: draft.kind, text, isTyped: true }
  }
  const saidNow = ({ text, ...one }: WrittenText, of: (one: Written, to: AccountKind) => number | null): string => {
    if (one.kind === kind || text.trim() === '') return text
    const read = readTypedAmount(text, currency_code, true)
    const said = read.ok ? of({ ...one, cents: read.value }, kind) : null
    return !read.ok || said === read.value ? text : said === null ? '' : formatAmount(said, currency_code)
  }
  const said = fields.kind !== undefined && fields.kind !== draft.kind
  return said
    ? { ...changed, written, amount: saidNow(written.amount, saidOfKind), floor: saidNow(written.floor, leastOfKind) }
    : { ...changed, written }
}

/** A row to be, or what can't be read of it and in which field. */
export type ReadDraft = { ok: true; row: AccountInput & { id: string } } | { ok: false; field: DraftField; problem: string }
export type DraftField = 'name' | 'amount' | 'floor' | 'rate' | 'minimum_percent' | 'minimum' | 'fixed' | 'statement' | 'payment'

/** Reads what was written. What does not go with the kind is left out of the row. */
export function rowOf(draft: AccountDraft, id: string, currency_code: string): ReadDraft {
  const { name, kind, card } = draft
  let trouble: Extract<ReadDraft, { ok: false }> | null = null
  const take = <T>(field: DraftField, read: Read<T>, otherwise: T): T => {
    if (read.ok) return read.value
    trouble ??= { ok: false, field, problem: read.problem }
    return otherwise
  }
  const money = (field: DraftField, text: string): number => take(field, readTypedAmount(text, currency_code, true), 0)
  const orNull = (field: DraftField, text: string): number | null => (text.trim() === '' ? null : money(field, text))
  const floor = kind === 'loan' ? null : orNull('floor', draft.floor)
  const rate = kind === 'cash' || draft.rate.trim() === '' ? null : take('rate', readRate(draft.rate, currency_code), 0)
  const balance_cents = asSaid(kind, money('amount', draft.amount))
  const paid = (): Card => ({
    closing_day: card.closing_day,
    due_day: card.due_day,
    shift: card.shift,
    paid_from_account_id: card.paid_from_account_id,
    pays: card.pays === 'nothing' ? 'statement' : card.pays,
    minimum_percent: card.pays === 'minimum' ? take('minimum_percent', readWhole(card.minimum_percent), 0) : 0,
    minimum_cents: card.pays === 'minimum' ? money('minimum', card.minimum) : 0,
    fixed_cents: card.pays === 'fixed' ? money('fixed', card.fixed) : 0,
    statement_cents: take('statement', readStatement(orNull('statement', card.statement), 0 - balance_cents, currency_code), null),
    ...(card.credited_on !== undefined && { credited_cents: card.credited_cents, credited_on: card.credited_on }),
  })
  const row = {
    id,
    name,
    kind,
    balance_cents,
    floor_cents: floor === null ? null : asSaid(kind, floor),
    interest: rate === null ? null : { rate_basis_points: rate, ...(draft.accrued && { accrued: draft.accrued }) },
    card: kind === 'card' && card.pays !== 'nothing' ? paid() : null,
  }
  return trouble ?? { ok: true, row }
}

/** What stood on the last statement, of what is owed. */
function readStatement(statement_cents: number | null, owed_cents: number, currency_code: string): Read<number | null> {
  if (statement_cents === null || statement_cents <= Math.max(0, owed_cents)) return { ok: true, value: statement_cents }
  return { ok: false, problem: say('accounts.card.stood_more', { amount: formatMoney(Math.max(0, owed_cents), currency_code) }) }
}

/** Percents a year with two digits after the point at most, as hundredths of a percent. */
function readRate(text: string, currency_code: string): Read<number> {
  const read = readAmount(text.replace(/\s*%\s*$/, ''), 2, numberMarks(currency_code), { own: [], isOther: () => false })
  return read.ok ? { ok: true, value: read.amount_cents } : { ok: false, problem: say('accounts.rate.wanted') }
}

function readWhole(text: string): Read<number> {
  const digits = text.trim().replace(/\s*%$/, '')
  return /^\d{1,3}$/.test(digits) ? { ok: true, value: Number(digits) } : { ok: false, problem: say('accounts.card.percent_wanted') }
}
