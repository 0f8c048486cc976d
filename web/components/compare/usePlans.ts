import { useEffect, useState } from 'react'
import type { Problem } from '../../../core/problem.ts'
import type { Scenario } from '../../../core/scenario.ts'
import { planningActions, usePlanning } from '../../context/PlanningContext.tsx'

export interface ReadPlan {
  id: string
  name: string
  /** null: on its way, or there are problems. */
  scenario: Scenario | null
  problems: readonly Problem[]
}

type Read = Pick<ReadPlan, 'scenario' | 'problems'>

/** The plans with these ids: the open one as it is edited, the others as they are kept, read again when they have changed. */
export function usePlans(ids: readonly string[]): ReadPlan[] {
  const open = usePlanning((planning) => planning.scenario)
  const summaries = usePlanning((planning) => planning.scenarios)
  const [read, setRead] = useState<ReadonlyMap<string, Read>>(new Map())
  const returns = useReturns()
  const openId = open?.id
  const versions = ids
    .filter((id) => id !== openId)
    .map((id) => `${id}@${summaries.find((summary) => summary.id === id)?.revision}`)
    .join(' ')

  useEffect(() => {
    let isWanted = true
    const read = async (id: string): Promise<void> => {
      const result = await planningActions().readScenario(id)
      if (isWanted)
        setRead((before) =>
          new Map(before).set(
            id,
            result.ok
              ? { scenario: sameAsBefore(before.get(id)?.scenario, result.value), problems: [] }
              : { scenario: null, problems: result.problems },
          ),
        )
    }
    for (const version of versions === '' ? [] : versions.split(' ')) void read(version.split('@')[0]!)
    return () => {
      isWanted = false
    }
  }, [versions, returns])

  // When another plan is opened, this one is shown as it was here until it has been read.
  useEffect(() => {
    if (open) setRead((before) => new Map(before).set(open.id, { scenario: open, problems: [] }))
  }, [open])

  return ids.map((id) => {
    const { scenario, problems } = id === openId ? { scenario: open, problems: [] } : (read.get(id) ?? { scenario: null, problems: [] })
    return { id, name: scenario?.name ?? summaries.find((summary) => summary.id === id)?.name ?? '', scenario, problems }
  })
}

/** The same object as long as it is at the same revision, so that what was counted of it stays. */
const sameAsBefore = (before: Scenario | null | undefined, now: Scenario): Scenario =>
  before && before.revision === now.revision && before.updated_at === now.updated_at ? before : now

/** How often the tab has come back: what another device changed meanwhile is read then. */
function useReturns(): number {
  const [returns, setReturns] = useState(0)
  useEffect(() => {
    const whenSeen = (): void => {
      if (document.visibilityState === 'visible') setReturns((before) => before + 1)
    }
    document.addEventListener('visibilitychange', whenSeen)
    return () => document.removeEventListener('visibilitychange', whenSeen)
  }, [])
  return returns
}
