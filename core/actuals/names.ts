/** How well a payee at the bank fits a row of the plan, by its name. */
import { categoryOf } from '../prediction/categories.ts'
import { readPayee, tellingWords } from '../prediction/payees.ts'
import type { Payment } from '../scenario.ts'

/**
 * known: the row has been paid to that name before. alike: they have words in common. akin: they speak of the same kind of thing, as rent
 * and a landlord's, or a word of the one begins or ends one of the other, as water and waterworks. other: neither, and nothing is known of
 * who the row is paid to. foreign: who it is paid to is known, and it is not that name. taken: it is known to be another row's, or one of
 * everyday spending.
 */
export type PayeeFit = 'known' | 'alike' | 'akin' | 'other' | 'foreign' | 'taken'

export type NamedRow = Pick<Payment, 'name' | 'evidence'> & { sign: -1 | 1 }

/** What is known of the names of a row. */
export interface RowNames {
  fits: ReadonlyMap<string, 'known' | 'alike' | 'akin'>
  is_known: boolean
}

/** The names that a person pays now this, now that: of so many payments hardly two are alike. */
const fewest_everyday = 3

/** Names that everyday spending goes to, by how often and how differently they were paid. What comes in is none. */
export function everydayNames(payments: Iterable<{ payee: string; amount_cents: number; sign: -1 | 1 }>): Set<string> {
  const amounts = new Map<string, number[]>()
  for (const { payee, amount_cents, sign } of payments) {
    if (sign > 0) continue
    const list = amounts.get(payee)
    if (list === undefined) amounts.set(payee, [amount_cents])
    else list.push(amount_cents)
  }
  return new Set(
    [...amounts].flatMap(([payee, list]) => (list.length >= fewest_everyday && new Set(list).size * 4 >= list.length * 3 ? [payee] : [])),
  )
}

/** Of each row, the names among `payees` that fit it. `seen`: those that earlier matches of the row were with.
 * Of one that everyday spending goes to, a word in common says little. */
export function namesOfRows(
  rows: ReadonlyMap<string, NamedRow>,
  payees: Iterable<string>,
  seen: ReadonlyMap<string, ReadonlySet<string>>,
  everyday: ReadonlySet<string>,
): Map<string, RowNames> {
  const all = new Set(payees)
  const byWord = groupedBy(all, (payee) => new Set(tellingWords(payee)))
  const byCategory = { out: groupedBy(all, (payee) => kindsOf(payee, 'out')), in: groupedBy(all, (payee) => kindsOf(payee, 'in')) }
  const names = new Map<string, RowNames>()
  for (const [id, { name, evidence, sign }] of rows) {
    const fits = new Map<string, 'known' | 'alike' | 'akin'>()
    const written = readPayee(name).key
    const direction = sign < 0 ? 'out' : 'in'
    if (evidence === null) {
      for (const kind of kindsOf(written, direction)) for (const payee of byCategory[direction].get(kind) ?? []) fits.set(payee, 'akin')
      for (const payee of withinWordsOf(name, byWord)) if (!everyday.has(payee)) fits.set(payee, 'akin')
    }
    for (const payee of withWordsOf(name, byWord, 1)) fits.set(payee, everyday.has(payee) ? 'akin' : 'alike')
    if (evidence)
      for (const payee of withWordsOf(evidence.payee, byWord, Math.ceil(tellingWords(evidence.payee).length / 2))) fits.set(payee, 'alike')
    const exact = [written, ...(evidence ? [evidence.payee] : []), ...(seen.get(id) ?? [])].filter((payee) => all.has(payee))
    // Where the bank prints the very name, one that has but words of it is another's.
    if (exact.length > 0) fits.clear()
    for (const payee of exact) fits.set(payee, 'known')
    names.set(id, { fits, is_known: evidence !== null || exact.length > 0 })
  }
  return names
}

const kindsOf = (payee: string, direction: 'out' | 'in'): string[] => {
  const category = categoryOf(payee, direction)
  return category === null ? [] : [category]
}

function groupedBy(payees: Iterable<string>, keysOf: (payee: string) => Iterable<string>): Map<string, string[]> {
  const groups = new Map<string, string[]>()
  for (const payee of payees) {
    for (const key of keysOf(payee)) {
      const list = groups.get(key)
      if (list === undefined) groups.set(key, [payee])
      else list.push(payee)
    }
  }
  return groups
}

/** The names that have so many of a text's words at least. */
function withWordsOf(text: string, byWord: ReadonlyMap<string, string[]>, fewest: number): string[] {
  const counts = new Map<string, number>()
  for (const word of new Set(tellingWords(text)))
    for (const payee of byWord.get(word) ?? []) counts.set(payee, (counts.get(payee) ?? 0) + 1)
  return [...counts].flatMap(([payee, count]) => (count >= fewest ? [payee] : []))
}

/** The names of which a word begins or ends with one of a text's, or the other way round: composed words have their kind at either end. */
function withinWordsOf(text: string, byWord: ReadonlyMap<string, string[]>): string[] {
  const own = tellingWords(text)
  return [...byWord].flatMap(([word, payees]) => (own.some((one) => isEndOf(one, word) || isEndOf(word, one)) ? payees : []))
}

const isEndOf = (part: string, whole: string): boolean => whole.startsWith(part) || whole.endsWith(part)

/** The names that are known to be some row's. */
export function knownNames(names: Iterable<RowNames>): Set<string> {
  const known = new Set<string>()
  for (const { fits } of names) for (const [payee, fit] of fits) if (fit === 'known') known.add(payee)
  return known
}

export const fitOf = ({ fits, is_known }: RowNames, payee: string, taken: ReadonlySet<string>): PayeeFit =>
  fits.get(payee) ?? (taken.has(payee) ? 'taken' : is_known ? 'foreign' : 'other')
