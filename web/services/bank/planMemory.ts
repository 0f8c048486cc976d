/** What this browser keeps of a plan and its bank: which account is which, and what was matched. */
import type { Scenario } from '../../../core/scenario.ts'
import type { Records, StoredBankMatches } from '../records/records.ts'

export interface PlanMemory {
  /** What is known of a plan and its bank; of a branch, what is known of the plan it came from. */
  ofPlan(plan: Pick<Scenario, 'id' | 'parent_id'>): Promise<StoredBankMatches>
  keepOfPlan(kept: StoredBankMatches): Promise<void>
}

/** `owner` is the account here that may see it, or `local`. */
export const planMemory = (records: Records, owner: string): PlanMemory => ({
  ofPlan: ({ id, parent_id }) =>
    records.read(['bank_matches'], async (reading) => {
      const own = await reading.get('bank_matches', [owner, id])
      const found = own ?? (parent_id === null ? undefined : await reading.get('bank_matches', [owner, parent_id]))
      return { links: {}, matches: [], seen: [], last: null, ...found, owner, scenario_id: id }
    }),
  keepOfPlan: (kept) => records.write(['bank_matches'], (writing) => writing.put('bank_matches', { ...kept, owner })),
})
