/**
 * Which account of a plan an account at the bank is. A number goes into the plan as a salted hash, so that other devices know it and none
 * leaves this one. What can't be hashed, because a page without https has no means to, or names no number, is kept on this device.
 */
import { linkOf, textToHash, withLink } from '../../../core/actuals/bank-links.ts'
import type { Links } from '../../../core/actuals/linked.ts'
import { isUnnumbered } from '../../../core/bank-files/same-account.ts'
import type { BankLink } from '../../../core/scenario.ts'

const salt_bytes = 16

const base64url = (bytes: Uint8Array): string =>
  btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '')

const canHash = (account: string): boolean => !isUnnumbered(account) && (globalThis.crypto as Crypto | undefined)?.subtle !== undefined

async function hashOf(salt: string, account: string): Promise<string> {
  const bytes = new TextEncoder().encode(textToHash(salt, account))
  return base64url(new Uint8Array(await crypto.subtle.digest('SHA-256', bytes)))
}

/** The hashes of one account with the salts of some links. */
async function hashesOf(links: readonly BankLink[], account: string): Promise<(salt: string) => string> {
  const salts = [...new Set(links.map(({ salt }) => salt))]
  const hashes = await Promise.all(salts.map((salt) => hashOf(salt, account)))
  const bySalt = new Map(salts.map((salt, nth) => [salt, hashes[nth]!]))
  return (salt) => bySalt.get(salt) ?? ''
}

/**
 * What the plan says of some accounts, else what this device does. Of one that is linked to several nothing is said, so that it is asked.
 */
export async function linksOf(links: readonly BankLink[], accounts: readonly string[], onDevice: Links): Promise<Links> {
  const found: Record<string, string | null> = { ...onDevice }
  for (const account of accounts) {
    if (!canHash(account)) continue
    const said = linkOf(links, await hashesOf(links, account))
    if (said.linked === 'yes') found[account] = said.account_id
    else if (said.linked === 'several') delete found[account]
  }
  return found
}

/** The plan's links once some accounts are said to be some of its own, and what is to be kept on this device beside them. */
export async function linked(links: readonly BankLink[], said: Links): Promise<{ bank_links: BankLink[]; onDevice: Links }> {
  let bank_links = [...links]
  const onDevice: Record<string, string | null> = {}
  for (const [account, account_id] of Object.entries(said)) {
    if (!canHash(account)) {
      onDevice[account] = account_id
      continue
    }
    const hashed = await hashesOf(bank_links, account)
    // That it is none of the plan's is nobody else's business.
    if (account_id === 'none') onDevice[account] = account_id
    const salt = base64url(crypto.getRandomValues(new Uint8Array(salt_bytes)))
    const link = account_id === 'none' ? null : { salt, hash: await hashOf(salt, account), account_id }
    bank_links = withLink(bank_links, hashed, link)
  }
  return { bank_links, onDevice }
}
