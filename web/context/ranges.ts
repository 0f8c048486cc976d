/** How sure the open plan is, once it is worked out; and whether the person wants to see it, remembered on this device. */
import { useEffect } from 'react'
import { create } from 'zustand'
import { hasRanges } from '../../core/ranges/has-ranges.ts'
import type { Ranges } from '../../core/ranges/ranges.ts'
import type { Scenario } from '../../core/scenario.ts'
import { deviceMemory } from '../services/deviceMemory.ts'
import { askRanges, type RangesRequest } from '../services/rangesWork.ts'

const key = 'pyNance:ranges'
const memory = deviceMemory()

interface Sure {
  isShown: boolean
  /** Of the plan that was asked about last; null: not worked out, or not to be. */
  known: (RangesRequest & { ranges: Ranges }) | null
}

const useSure = create<Sure>(() => ({ isShown: memory.get(key) !== 'hidden', known: null }))

export const useShowsRanges = (): boolean => useSure((sure) => sure.isShown)

export function showRanges(isShown: boolean): void {
  memory.set(key, isShown ? 'shown' : 'hidden')
  useSure.setState({ isShown })
}

/** Edits come fast while a slider is dragged: so long nothing is worked out. */
const quiet_ms = 150

/** Works out how sure a plan is whenever it changes. Until that is done the last answer about the same plan stands. */
export function useRangesOf(scenario: Scenario, today: string, until: string): Ranges | null {
  const isWanted = useSure((sure) => sure.isShown) && hasRanges(scenario)
  useEffect(() => {
    if (!isWanted) return
    const { known } = useSure.getState()
    if (known?.scenario === scenario && known.today === today && known.until >= until) return
    const request = { scenario, today, until }
    const waiting = setTimeout(() => askRanges(request, (ranges) => useSure.setState({ known: ranges && { ...request, ranges } })), quiet_ms)
    return () => clearTimeout(waiting)
  }, [isWanted, scenario, today, until])
  const ranges = useKnownRanges(scenario)
  return isWanted ? ranges : null
}

/** What was worked out last about this plan, where it is shown; null: nothing, or not yet. */
export const useKnownRanges = ({ id }: Pick<Scenario, 'id'>): Ranges | null => useSure(({ isShown, known }) => (isShown && known?.scenario.id === id ? known.ranges : null))
