/** Which account the picture of a plan shows, remembered for each plan on this device. */
import { useState } from 'react'
import type { Scenario } from '../../../core/scenario.ts'
import { deviceMemory } from '../../services/deviceMemory.ts'

/** The main account, all together, or one of the others by its id. */
export type ShownAccount = string
export const main = 'main'
export const all = 'all'

const memory = deviceMemory()
const keyOf = (plan_id: string): string => `pyNance:chart-account:${plan_id}`

/** One that is gone shows the main account. */
export function useShownAccount({ id, accounts }: Pick<Scenario, 'id' | 'accounts'>): [ShownAccount, (shown: ShownAccount) => void] {
  const [chosen, setChosen] = useState<ShownAccount>(() => memory.get(keyOf(id)) ?? main)
  const isThere = chosen === all || accounts.some((account) => account.id === chosen)
  return [
    isThere ? chosen : main,
    (shown) => {
      if (shown === main) memory.remove(keyOf(id))
      else memory.set(keyOf(id), shown)
      setChosen(shown)
    },
  ]
}
