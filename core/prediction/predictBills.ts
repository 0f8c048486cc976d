/**
 * Bank transactions in, bills and paydays out: what repeats, with the charges it rests on. Transactions are pooled by account,
 * direction and payee; each pool's streams are found (streams.ts) and told as proposals (propose.ts). No clock, no chance: the same
 * transactions give the same proposals, whatever their order. When nothing is sure enough, nothing is proposed.
 */
import { dayOf } from '../calendar.ts'
import { nameOf, readPayee } from './payees.ts'
import { poolOf } from './pool.ts'
import type { Proposal } from './proposal.ts'
import { proposalOf } from './propose.ts'
import { almanacOf } from './rhythms.ts'
import { streamsOf } from './streams.ts'

export type { Proposal } from './proposal.ts'

export interface BankTransaction {
  id: string
  date: string
  /** Signed: negative is money out. */
  amount_cents: number
  payee: string
  memo: string
  /** Keeps the pools of accounts apart; without it all are of one. */
  account?: string
}

interface Pooled {
  account: string
  direction: 'out' | 'in'
  payee: string
  transactions: BankTransaction[]
}

/** Charges of a pool that are the least to tell a rhythm from chance. */
const least_charges = 3
/** How far back charges are looked at, and how far ahead a yearly one may be due. */
const days_back = 3_660
const days_ahead = 800

/** The surest first; of a lapsed one see `state`. Transactions after `today`, or ten years before it, are left out. */
export function predictBills(transactions: readonly BankTransaction[], today: string): Proposal[] {
  const today_day = dayOf(today)
  if (today_day === null) return []
  const { pools, known_until } = pooled(transactions, today_day)
  const almanac = almanacOf(today_day - days_back, today_day + days_ahead)
  const proposals = pools.flatMap(({ account, direction, payee, transactions: charges }) => {
    charges.sort(inOrder)
    const pool = poolOf(charges.map(({ date }) => dayOf(date)!), charges.map(({ amount_cents }) => Math.abs(amount_cents)))
    return streamsOf(pool, almanac).map((stream) => {
      const { payee: text, memo } = charges[stream.members.at(-1)!]!
      return proposalOf({ stream, charges, direction, payee, account, name: nameOf(payee, `${text} ${memo}`), known_until: known_until.get(account)! }, today_day, almanac)
    })
  })
  return proposals.sort((a, b) => b.confidence - a.confidence || compare(a.account, b.account) || compare(a.payee, b.payee) || compare(a.transaction_ids[0]!, b.transaction_ids[0]!))
}

function pooled(transactions: readonly BankTransaction[], today: number): { pools: Pooled[]; known_until: ReadonlyMap<string, number> } {
  const pools = new Map<string, Pooled>()
  const known_until = new Map<string, number>()
  for (const transaction of transactions) {
    const day = dayOf(transaction.date)
    if (day === null || day > today || day <= today - days_back) continue
    const { account = '', amount_cents, payee: text, memo } = transaction
    const direction = amount_cents < 0 ? 'out' : 'in'
    const payee = readPayee(text, memo).key
    const key = `${account}|${direction}|${payee}`
    const known = pools.get(key)
    if (known) known.transactions.push(transaction)
    else pools.set(key, { account, direction, payee, transactions: [transaction] })
    if (day > (known_until.get(account) ?? -Infinity)) known_until.set(account, day)
  }
  return { pools: [...pools.values()].filter(({ transactions: own }) => own.length >= least_charges), known_until }
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
const inOrder = (a: BankTransaction, b: BankTransaction): number => compare(a.date, b.date) || a.amount_cents - b.amount_cents || compare(a.id, b.id)
