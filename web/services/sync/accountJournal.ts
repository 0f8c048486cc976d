/** The journal of API mode: in the browser's database, by account. */
import type { ScenarioSummary } from '../../../core/scenario.ts'
import { forgetAccount } from '../leftBehind.ts'
import type { PendingScenario, Records } from '../records/records.ts'
import { beginning, tabJournal, type Journal } from './journal.ts'
import { step, type Rules } from './machine.ts'

export interface AccountJournal extends Journal {
  readList(): Promise<ScenarioSummary[] | undefined>
  rememberList(scenarios: ScenarioSummary[]): Promise<void>
  /** All of it goes; what this tab would still hold is held no more. */
  end(): Promise<void>
}

/** In the browser's database, for one account; where the device is full, in this tab, so that edits are sent all the same. */
export function accountJournal(records: Records, account_id: string, rules: Rules): AccountJournal {
  let instead: Journal | null = null
  const all = (): Promise<PendingScenario[]> => records.read(['held_scenarios'], (reading) => reading.list('held_scenarios', [account_id]))
  const read = (id: string): Promise<PendingScenario | undefined> =>
    records.read(['held_scenarios'], (reading) => reading.get('held_scenarios', [account_id, id]))

  const inTab = async (): Promise<Journal> => {
    const journal = tabJournal(rules, account_id)
    for (const held of await all().catch(() => []))
      for (const edit of held.edits) await journal.step(held.scenario_id, { type: 'made', edit }, held.base)
    return journal
  }

  return {
    lasts: () => records.lasts && instead === null,
    all: () => instead?.all() ?? all(),
    read: async (id) => (await instead?.read(id)) ?? read(id),
    step: async (id, event, base) => {
      if (instead) return instead.step(id, event, base)
      try {
        return await records.write(['held_scenarios'], async (writing) => {
          const before = beginning(await writing.get('held_scenarios', [account_id, id]), account_id, event, base)
          if (!before) return undefined
          const stepped = step(before, event, rules)
          if (stepped.held !== before || base || event.type === 'read') await writing.put('held_scenarios', stepped.held)
          return stepped
        })
      } catch (error) {
        if (!(error instanceof DOMException)) throw error
        instead = await inTab()
        return instead.step(id, event, base ?? (await read(id).catch(() => undefined))?.base)
      }
    },
    forget: async (id) => {
      await instead?.forget(id)
      await records.write(['held_scenarios'], (writing) => writing.delete('held_scenarios', [account_id, id]))
    },
    readList: async () => (await records.read(['held_lists'], (reading) => reading.get('held_lists', [account_id])))?.scenarios,
    rememberList: async (scenarios) => {
      if (instead) return
      // Without room for it, the list is read again when there is a connection.
      await records
        .write(['held_lists'], (writing) => writing.put('held_lists', { account_id, scenarios }))
        .catch((error: unknown) => {
          if (!(error instanceof DOMException)) throw error
        })
    },
    end: async () => {
      instead = tabJournal(rules, account_id)
      await forgetAccount(records, account_id)
    },
  }
}
