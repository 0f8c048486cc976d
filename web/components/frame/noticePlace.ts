/** Where notices are shown, so that none is over what somebody is about to press. */
import { useLayoutEffect, useState, type RefObject } from 'react'

/** How high on the screen the pointer was last. */
let pointer_y = Number.POSITIVE_INFINITY
const remember = ({ clientY }: PointerEvent): void => {
  pointer_y = clientY
}
window.addEventListener('pointerdown', remember, { capture: true, passive: true })
window.addEventListener('pointermove', remember, { capture: true, passive: true })

const near_px = 12

/** A phone has its headings where notices would be at the top, and the thumb at the bottom. */
const phone = window.matchMedia('(max-width: 39.99rem)')

/**
 * `bottom` on a phone, and where the pointer is about the place at the top as a notice appears; they stay where they are until all have
 * gone.
 */
export function useNoticePlace(region: RefObject<HTMLElement | null>, count: number): 'top' | 'bottom' {
  const [place, setPlace] = useState<'top' | 'bottom'>('top')
  const [before, setBefore] = useState(0)
  useLayoutEffect(() => {
    if (count === before) return
    setBefore(count)
    if (count === 0) return setPlace('top')
    if (before > 0 || !region.current) return
    const { top, bottom } = region.current.getBoundingClientRect()
    if (phone.matches || (pointer_y > top - near_px && pointer_y < bottom + near_px)) setPlace('bottom')
  }, [region, count, before])
  return place
}
