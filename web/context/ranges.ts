/** How sure the open plan is, once it is worked out; and whether the person wants to see it, remembered on this device. */
import { useEffect } from 'react'
import { create } from 'zustand'
import type { Projection } from '../../core/projection/projection.ts'
import { hasRanges } from '../../core/ranges/has-ranges.ts'
import type { Ranges } from '../../core/ranges/ranges.ts'
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

/** Of what state of a plan something is asked, on which day: `written` is the same object as long as nothing of the plan changes. */
type Asked = Pick<Projection, 'written' | 'today'>

/** What was worked out, if it is of this very state of the plan, on this day; what an earlier state came to is not shown as this one's. */
export const rangesIn = (known: Sure['known'], { written, today }: Asked): Ranges | null =>
  known?.scenario === written && known.today === today && hasRanges(written) ? known.ranges : null

/** Works out how sure a plan is whenever it changes. Null until that is done. */
export function useRangesOf({ written, today, until }: Asked & Pick<Projection, 'until'>): Ranges | null {
  const isWanted = useShowsRanges() && hasRanges(written)
  useEffect(() => {
    if (!isWanted) return
    const { known } = useSure.getState()
    if (known?.scenario === written && known.today === today && known.until >= until) return
    const request = { scenario: written, today, until }
    const waiting = setTimeout(
      () => askRanges(request, (ranges) => useSure.setState({ known: ranges && { ...request, ranges } })),
      quiet_ms,
    )
    return () => clearTimeout(waiting)
  }, [isWanted, written, today, until])
  return useKnownRanges({ written, today })
}

/** What was worked out of this state of the plan, where it is shown; null: nothing, or not yet. */
export const useKnownRanges = (asked: Asked): Ranges | null => useSure(({ isShown, known }) => (isShown ? rangesIn(known, asked) : null))
