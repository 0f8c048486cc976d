/**
 * Which account at the bank is which of the plan's, so that no account number leaves the device: a plan keeps a salt and a hash of
 * salt and number. Core has no cryptography: who calls gives the hashes, of SHA-256 as base64url.
 */
import type { BankLink } from '../scenario.ts'

/** What is hashed of an account at the bank with the salt of a link: UTF-8 of this text. Blanks and case of a number say nothing. */
export const textToHash = (salt: string, account: string): string => `${salt}\n${account.replaceAll(/\s/g, '').toUpperCase()}`

export type LinkOfAccount =
  /** null: the main account. */
  | { linked: 'yes'; account_id: string | null }
  | { linked: 'no' }
  /** Links of several devices say several accounts: which of them is to be asked. */
  | { linked: 'several'; account_ids: (string | null)[] }

/** The account of the plan that an account at the bank is. `hashOf` gives the hash of `textToHash` with the salt of a link. */
export function linkOf(links: readonly BankLink[], hashOf: (salt: string) => string): LinkOfAccount {
  const account_ids = [...new Set(links.filter(({ salt, hash }) => hashOf(salt) === hash).map(({ account_id }) => account_id))]
  if (account_ids.length === 0) return { linked: 'no' }
  return account_ids.length === 1 ? { linked: 'yes', account_id: account_ids[0]! } : { linked: 'several', account_ids }
}

/** The links with those of one account at the bank put in place of all it had before; `null`: it has none any more. */
export function withLink(links: readonly BankLink[], hashOf: (salt: string) => string, link: BankLink | null): BankLink[] {
  return [...links.filter(({ salt, hash }) => hashOf(salt) !== hash), ...(link ? [link] : [])]
}
