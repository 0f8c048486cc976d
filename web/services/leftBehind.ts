/**
 * What this browser holds for accounts of the server, by whose it is. Copies of what the server has are no loss to anybody
 * and go as soon as somebody else, or nobody, is signed in. Edits that were never sent, and what was read from files of
 * banks, are nowhere else: they go when a person says so.
 */
import type { Scenario } from '../../core/scenario.ts'
import { bankTables, localOwner, movedPlansMark, type PendingScenario, type MovedPlans, type Records } from './records/records.ts'
import { rebase } from './sync/edits.ts'

/** What is in this browser alone. */
export interface LeftBehind {
  /** Edits that have not reached the server. */
  edits: number
  /** Accounts of banks, as files told of them. */
  bank_accounts: number
}

const heldTables = ['held_scenarios', 'held_lists', ...bankTables, 'marks'] as const

const countOf = (held: readonly Pick<PendingScenario, 'edits'>[], bank_accounts: number): LeftBehind => ({
  edits: held.reduce((count, { edits }) => count + edits.length, 0),
  bank_accounts,
})

/** What is in this browser alone of one account. */
export const keptFor = (records: Records, account_id: string): Promise<LeftBehind> =>
  records.read(['held_scenarios', 'bank_accounts'], async (reading) =>
    countOf(await reading.list('held_scenarios', [account_id]), (await reading.list('bank_accounts', [account_id])).length),
  )

/** Everything this browser holds for an account goes, and nothing names it any more. */
export const forgetAccount = (records: Records, account_id: string): Promise<void> => forgetThose(records, (owner) => owner === account_id)

/**
 * What is here of other accounts than the one that is signed in (null: nobody is) goes as far as the server has it; the rest is counted.
 */
export const tidyOthers = (records: Records, account_id: string | null): Promise<LeftBehind> =>
  records.write(['held_scenarios', 'held_lists', 'bank_accounts'], async (writing) => {
    const others = (await writing.list('held_scenarios')).filter((held) => held.account_id !== account_id)
    for (const held of others) if (held.edits.length === 0) await writing.delete('held_scenarios', [held.account_id, held.scenario_id])
    for (const list of await writing.list('held_lists'))
      if (list.account_id !== account_id) await writing.delete('held_lists', [list.account_id])
    const banks = (await writing.list('bank_accounts')).filter(({ owner }) => owner !== account_id && owner !== localOwner)
    return countOf(others, banks.length)
  })

/** All of other accounts goes, also what is nowhere else: the person has said so. */
export const forgetOthers = (records: Records, account_id: string | null): Promise<void> =>
  forgetThose(records, (owner) => owner !== account_id && owner !== localOwner)

/** Plans with edits that were never sent, each as its person saw it last, for a file. */
export async function unsentPlans(records: Records, isMeant: (account_id: string) => boolean): Promise<Scenario[]> {
  const held = await records.read(['held_scenarios'], (reading) => reading.list('held_scenarios'))
  return held
    .filter(({ account_id, edits }) => isMeant(account_id) && edits.length > 0)
    .map(({ base, edits }) => rebase(base, edits).current)
}

async function forgetThose(records: Records, goes: (owner: string) => boolean): Promise<void> {
  await records.write([...heldTables], async (writing) => {
    for (const { account_id, scenario_id } of await writing.list('held_scenarios'))
      if (goes(account_id)) await writing.delete('held_scenarios', [account_id, scenario_id])
    for (const { account_id } of await writing.list('held_lists')) if (goes(account_id)) await writing.delete('held_lists', [account_id])
    for (const { owner, account, currency } of await writing.list('bank_accounts'))
      if (goes(owner)) await writing.delete('bank_accounts', [owner, account, currency])
    for (const { owner, shape } of await writing.list('bank_answers')) if (goes(owner)) await writing.delete('bank_answers', [owner, shape])
    for (const { owner, scenario_id } of await writing.list('bank_matches'))
      if (goes(owner)) await writing.delete('bank_matches', [owner, scenario_id])
    const moved = (await writing.get('marks', [movedPlansMark]))?.value as MovedPlans | undefined
    if (moved)
      await writing.put('marks', {
        name: movedPlansMark,
        value: Object.fromEntries(Object.entries(moved).filter(([, { account_id }]) => !goes(account_id))),
      })
  })
}
