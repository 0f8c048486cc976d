/** Which plans stand side by side, the first being what the others are measured against. Remembered on this device. */
import { create } from 'zustand'
import { limits } from '../../../core/limits.ts'
import type { ScenarioSummary } from '../../../core/scenario.ts'
import { deviceMemory, memoryKeys } from '../../services/deviceMemory.ts'

const key = memoryKeys.compare
const memory = deviceMemory()
const remembered = (): string[] => (memory.get(key) ?? '').split(' ').filter((id) => id !== '')

const useChosen = create<{ ids: readonly string[] }>(() => ({ ids: remembered() }))

export function compareWith(ids: readonly string[]): void {
  memory.set(key, ids.join(' '))
  useChosen.setState({ ids })
}

export const useComparedIds = (plans: readonly ScenarioSummary[], openId: string): string[] =>
  comparedIds(
    useChosen(({ ids }) => ids),
    plans,
    openId,
  )

/**
 * Those chosen last, if the open plan is among them; else the open one with its parent before it and its branches behind.
 * Plans in the currency of the first come first: they are the lines of one picture.
 */
export function comparedIds(chosen: readonly string[], plans: readonly ScenarioSummary[], openId: string): string[] {
  const chosenPlans = chosen.flatMap((id) => plans.find((plan) => plan.id === id) ?? [])
  const compared = (chosenPlans.some(({ id }) => id === openId) ? chosenPlans : related(plans, openId)).slice(0, limits.compared_scenarios)
  const isOther = ({ currency_code }: ScenarioSummary): number => (currency_code === compared[0]?.currency_code ? 0 : 1)
  return compared.sort((a, b) => isOther(a) - isOther(b)).map(({ id }) => id)
}

function related(plans: readonly ScenarioSummary[], openId: string): ScenarioSummary[] {
  const open = plans.filter(({ id }) => id === openId)
  return [...plans.filter(({ id }) => id === open[0]?.parent_id), ...open, ...plans.filter(({ parent_id }) => parent_id === openId)]
}
