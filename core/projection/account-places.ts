/** Where each row and each rule moves money: places of accounts, and which rows have to be taken in their order because of them. */
import { formatTarget, parseTarget } from '../allocation.ts'
import type { Account, Scenario } from '../scenario.ts'
import { main, outside, type Place } from './posting.ts'

export interface AccountPlaces {
  /** The accounts beside the main one: the one at place p is accounts[p − 1]. */
  accounts: readonly Account[]
  /** The place of the first pot, behind the accounts. */
  first_pot: Place
  /** Of each row (incomes, bills, transfers): where its money comes from and goes to. */
  from: Int16Array
  to: Int16Array
  /** Of each allocation: the account that it goes to, −1: a pot. */
  of_allocation: Int16Array
  /** By place: whether what moves there depends on what is owed at that moment, so that all of its rows are taken in their order. */
  isOrdered: Uint8Array
  /** By place: the account that the payments of its card come from; −1: it is no card, or nothing is paid by itself. */
  paid_from: Int16Array
}

/** Of the main account, or of another by its id. */
const placeIn = (places: ReadonlyMap<string, Place>, id: string | null): Place => (id === null ? main : (places.get(id) ?? main))

export function accountPlaces({ accounts, incomes, bills, transfers, allocations }: Scenario): AccountPlaces {
  const places = new Map(accounts.map(({ id }, index) => [id, index + 1]))
  const count = incomes.length + bills.length + transfers.length
  const from = new Int16Array(count).fill(outside)
  const to = new Int16Array(count).fill(outside)
  if (accounts.length > 0) {
    let which = 0
    for (const { account_id } of incomes) to[which++] = placeIn(places, account_id)
    for (const { account_id } of bills) from[which++] = placeIn(places, account_id)
    for (const { from_account_id, to_account_id } of transfers) {
      from[which] = placeIn(places, from_account_id)
      to[which++] = placeIn(places, to_account_id)
    }
  } else {
    to.fill(main, 0, incomes.length)
    from.fill(main, incomes.length)
  }
  const of_allocation = new Int16Array(allocations.length).fill(-1)
  const isOrdered = Uint8Array.from([0, ...accounts.map(({ kind }) => Number(kind === 'loan'))])
  allocations.forEach(({ target }, index) => {
    if (accounts.length === 0 || !target.startsWith('account:')) return
    const place = places.get(idOf(target)) ?? -1
    of_allocation[index] = place
    if (place > 0 && isDebt(accounts[place - 1]!)) isOrdered[place] = 1
  })
  const paid_from = Int16Array.from([-1, ...accounts.map(({ card }) => (card ? placeIn(places, card.paid_from_account_id) : -1))])
  return { accounts, first_pot: accounts.length + 1, from, to, of_allocation, isOrdered, paid_from }
}

function idOf(target: string): string {
  const parsed = parseTarget(target)
  return parsed?.to === 'account' ? parsed.account_id : ''
}

/** What is owed on it is below zero; no more than that comes onto it by rules and payments. */
export const isDebt = ({ kind }: Pick<Account, 'kind'>): boolean => kind === 'card' || kind === 'loan'

/** The pot in which money of bills' pots is held for a card until the card is paid. */
export const holdTarget = (account: Account): string => formatTarget({ to: 'account', account_id: account.id })
