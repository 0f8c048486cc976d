import { dateOf, dayOf } from '../calendar.ts'
import type { Schedule } from '../schedule.ts'
import { readPayee } from './payees.ts'
import { poolOf } from './pool.ts'
import { almanacOf, dayOfSlot, periodOf } from './rhythms.ts'
import { streamsOf } from './streams.ts'

export interface BankTransaction {
  id: string
  date: string
  /** Signed: negative is money out. */
  amount_cents: number
  payee: string
  memo: string
  account?: string
}

export function predictBills(transactions: readonly BankTransaction[], today: string): any[] {
  const until = dayOf(today)!
  const pools = new Map<string, BankTransaction[]>()
  const ends = new Map<string, number>()
  for (const t of transactions) {
    if (t.date > today) continue
    const key = `${t.account ?? ''}|${t.amount_cents < 0 ? 'out' : 'in'}|${readPayee(t.payee, t.memo).key}`
    const list = pools.get(key)
    if (list) list.push(t)
    else pools.set(key, [t])
    const day = dayOf(t.date)!
    if (day > (ends.get(t.account ?? '') ?? -Infinity)) ends.set(t.account ?? '', day)
  }
  const almanac = almanacOf(until - 3660, until + 800)
  const proposals: any[] = []
  for (const [key, list] of pools) {
    if (list.length < 3) continue
    list.sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : a.amount_cents - b.amount_cents || (a.id < b.id ? -1 : 1)))
    const pool = poolOf(list.map((t) => dayOf(t.date)!), list.map((t) => Math.abs(t.amount_cents)))
    for (const s of streamsOf(pool, almanac)) {
      const last = pool.days[s.members.at(-1)!]!
      const period = periodOf(s.grid)
      const silent = ends.get(list[0]!.account ?? '')! - last
      let slot = s.slots.at(-1)! + 1
      while (dayOfSlot(s.grid, slot, almanac) < until) slot += 1
      const amounts = s.members.map((i) => pool.amounts[i]!)
      const recent = amounts.slice(-8).sort((a, b) => a - b)
      const amount = s.varies ? Math.round((recent[(recent.length - 1) >> 1]! + recent[recent.length >> 1]!) / 2) : amounts.at(-1)!
      proposals.push({
        account: list[0]!.account, n: list.length, missed: s.slots.at(-1)! - s.slots[0]! + 1 - s.slots.length, direction: key.split('|')[1], payee: key, amount_cents: amount, confidence: 1 / (1 + Math.exp(-s.gain / 3)), gain: s.gain, grid: s.grid, roll: s.roll, punctuality: s.punctuality, varies: s.varies,
        state: silent > Math.max(period * 1.5, period < 20 ? period * 2.5 : 0) ? 'lapsed' : 'steady',
        transaction_ids: s.members.map((i) => list[i]!.id), due_date: dateOf(dayOfSlot(s.grid, slot, almanac)),
        expected: [slot, slot + 1, slot + 2, slot + 3, slot + 4].map((k) => dateOf(dayOfSlot(s.grid, k, almanac))),
      })
    }
  }
  return proposals
}
export type { Schedule }
