/** Real Czech accounts of 1993–94 with their standing orders, which are the truth. Looked for beside the repository; part of nothing here. */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { dateOf, dayOf } from '../../core/calendar.ts'
import { disturbed, fatesOf } from './disturb.ts'
import type { Ledger, View } from './ledger.ts'
import { chanceOf } from './seeded.ts'

const folder = join(import.meta.dirname, '../../../shared/data/berka')
export const hasBerka = (): boolean => existsSync(join(folder, 'trans.asc')) && existsSync(join(folder, 'order.asc'))

interface Line {
  id: string
  account: string
  day: number
  amount_cents: number
  operation: string
  symbol: string
  /** Bank and account of the other side; blank when there is none. */
  other: string
  /** The standing order that this is a charge of. */
  order: string | null
}

const rowsOf = (file: string): string[][] =>
  readFileSync(join(folder, file), 'latin1')
    .split('\n')
    .slice(1)
    .map((line) =>
      line
        .trim()
        .split(';')
        .map((cell) => cell.replaceAll('"', '')),
    )

/** The last line is cut short, so it is left out. */
export function readBerka(): Line[] {
  const orders = new Map(
    rowsOf('order.asc').flatMap(([id, account, bank, other, amount]) =>
      id ? [[[account, bank, other, Number(amount)].join('|'), id] as const] : [],
    ),
  )
  return rowsOf('trans.asc')
    .filter((row) => row.length >= 10)
    .map(([id, account, date, type, operation, amount, , symbol, bank, other]) => ({
      id: id!,
      account: account!,
      day: dayOf(`19${date!.slice(0, 2)}-${date!.slice(2, 4)}-${date!.slice(4)}`)!,
      amount_cents: Math.round(Number(amount) * 100) * (type === 'PRIJEM' ? 1 : -1),
      operation: operation!,
      symbol: symbol!,
      other: [bank, other].filter((part) => part !== '').join(' '),
      order: orders.get([account, bank, other, Number(amount)].join('|')) ?? null,
    }))
}

export const berkaEnd = dayOf('1994-03-31')!

/** The copy that a seed disturbs: the same for every view. Null: as it is. */
export function berkaLedger(lines: readonly Line[], view: View, seed: number | null): Ledger {
  const series = Map.groupBy(
    lines.filter((line) => line.order !== null && line.amount_cents < 0 && line.operation === 'PREVOD NA UCET'),
    (line) => line.order!,
  )
  const changed = new Map<string, { day: number; amount_cents: number } | null>()
  const chance = seed === null ? null : chanceOf(seed)
  const fates = chance ? fatesOf(series.size, chance) : []
  for (const [at, charges] of [...series.values()].entries()) {
    const result = chance ? disturbed(charges, fates[at]!, chance) : charges
    charges.forEach((charge, index) => changed.set(charge.id, result[index]!))
  }
  const ledger: Ledger = { transactions: [], seriesOf: new Map(), neutral: new Set() }
  for (const line of lines) {
    const now = changed.has(line.id) ? changed.get(line.id)! : line
    if (now === null || now.day > berkaEnd) continue
    const plain = line.operation || line.symbol
    const blind = line.amount_cents < 0 ? 'DEBIT' : 'CREDIT'
    const payee = view === 'payee' ? line.other || plain : view === 'operation' ? plain : blind
    ledger.transactions.push({ id: line.id, date: dateOf(now.day), amount_cents: now.amount_cents, payee, memo: '', account: line.account })
    if (changed.has(line.id)) ledger.seriesOf.set(line.id, line.order!)
    if (/UROK|SLUZBY/.test(line.symbol)) ledger.neutral.add(line.id)
  }
  return ledger
}
