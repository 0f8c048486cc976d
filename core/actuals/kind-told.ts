/** What kind of account one at the bank is by what its files say: proposed where a person takes it into the plan, and theirs to change. */
import type { AccountKind } from '../accounts/account.ts'
import type { HeldAccount } from './linked.ts'

export interface ToldAccount extends Pick<HeldAccount, 'account' | 'transactions' | 'balance_cents' | 'balance_agrees'> {
  /** As the file itself says; left out where it does not. */
  kind?: AccountKind | undefined
  file_name?: string | undefined
}

/** Words of names, in capitals without accents, the ones that say most first: a credit card is no credit. */
const kindWords: [AccountKind, Set<string>][] = (
  [
    [
      'card',
      'VISA MASTERCARD AMEX AMERICANEXPRESS DINERS DISCOVER CREDITCARD CARD CARDS KREDITKARTE KREDITKARTEN KARTE TARJETA CARTE CARTA',
    ],
    ['loan', 'LOAN LOANS MORTGAGE DARLEHEN KREDIT RATENKREDIT AUTOKREDIT HYPOTHEK BAUKREDIT PRESTAMO PRET MUTUO'],
    [
      'savings',
      'SAVINGS SAVING SAVER MONEYMARKET SPAREN SPARKONTO SPARBUCH TAGESGELD TAGESGELDKONTO FESTGELD AHORRO EPARGNE LIVRET RISPARMIO',
    ],
    ['cash', 'CASH WALLET BARGELD BARKASSE KASSE EFECTIVO ESPECES CONTANTI'],
    ['checking', 'CHECKING CHEQUING CURRENT GIRO GIROKONTO CORRIENTE COURANT CORRENTE'],
  ] as const
).map(([kind, words]) => [kind, new Set(words.split(' '))])

/** Each by itself, and two that stand side by side as one. */
function wordsOf(text: string): Set<string> {
  const words = text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toUpperCase()
    .split(/[^\p{L}]+/u)
    .filter((word) => word !== '')
  return new Set([...words, ...words.slice(1).map((word, before) => words[before]! + word)])
}

/** What the file says goes before words of its name and its number, and these before what is owed. */
export function kindTold({ kind, account, file_name = '', transactions, balance_cents, balance_agrees }: ToldAccount): AccountKind {
  if (kind) return kind
  const said = wordsOf(`${account} ${file_name}`)
  const named = kindWords.find(([, words]) => [...words].some((word) => said.has(word)))?.[0]
  // With money on it, it is no loan, whatever its file is called.
  if (named && !(named === 'loan' && (balance_cents ?? 0) > 0)) return named
  const paid = transactions.filter(({ amount_cents }) => amount_cents < 0).length
  const isSpentFrom = paid * 2 > transactions.length
  if (balance_cents !== null && balance_cents < 0 && balance_agrees !== false) return isSpentFrom ? 'card' : 'loan'
  return isSpentFrom && transactions.length >= fewest_payments ? 'checking' : 'savings'
}

/** Fewer do not tell an account that is lived from. */
const fewest_payments = 10
