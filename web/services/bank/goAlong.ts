/** What this browser keeps of banks goes along with plans that go from the device to an account, or back: it stays in this browser. */
import { isUnnumbered } from '../../../core/bank-files/same-account.ts'
import { bankTables, type Records, type StoredBankAccount } from '../records/records.ts'
import { bankMemory, type BankMemory } from './bankMemory.ts'

/** A plan, and what it is where it has gone. */
export interface GonePlan {
  id: string
  there_id: string
}

/** What an account without a number is called there: as what it goes on with, else as before, where that is free. */
async function nameThere(there: BankMemory, account: StoredBankAccount): Promise<string> {
  const known = (await there.accounts()).filter(({ currency }) => currency === account.currency)
  const whose = await there.whose(account, account.currency, account, new Set())
  const told = whose.kind === 'told' ? whose.account : whose.as_new
  const isKnown = (name: string): boolean => known.some((one) => one.account === name)
  return isKnown(told) || isKnown(account.account) ? told : account.account
}

/** Nothing of `from` is taken away; of a transaction, an answer or a match that `to` has already nothing becomes two. */
export async function bankGoesAlong(
  records: Records,
  { from, to }: { from: string; to: string },
  plans: readonly GonePlan[],
): Promise<void> {
  const there = bankMemory(records, to)
  const names = new Map<string, string>()
  for (const { shape, file_name, ...account } of await bankMemory(records, from).accounts()) {
    const as = isUnnumbered(account.account) ? await nameThere(there, { ...account, shape, file_name }) : account.account
    names.set(account.account, as)
    await there.keep([{ ...account, account: as }], account.currency, { shape, file_name, as })
  }
  await records.write([...bankTables], async (writing) => {
    for (const told of await writing.list('bank_answers', [from]))
      if (!(await writing.get('bank_answers', [to, told.shape]))) await writing.put('bank_answers', { ...told, owner: to })
    for (const { id, there_id } of plans) {
      const kept = await writing.get('bank_matches', [from, id])
      if (!kept || (await writing.get('bank_matches', [to, there_id]))) continue
      const links = Object.fromEntries(Object.entries(kept.links).map(([name, link]) => [names.get(name) ?? name, link]))
      await writing.put('bank_matches', { ...kept, links, owner: to, scenario_id: there_id })
    }
  })
}
