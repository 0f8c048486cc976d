import { useEffect, useRef, useState, type ComponentType } from 'react'
import type { Projection } from '../../../core/projection/projection.ts'
import type { Scenario } from '../../../core/scenario.ts'
import { later } from '../../ui/later.ts'
import { usePrinting } from '../../ui/printing.ts'

const loadPaydays = later(() => import('./Paydays.tsx'), 'paydays')

/**
 * Where paydays stand: below the rest of the plan, so they are worked out once somebody comes there, or prints the page. Paper does not
 * wait, so their code is there by then.
 */
export function PaydaysPlace({ projection, from }: { projection: Projection; from: string }) {
  const place = useRef<HTMLDivElement>(null)
  const [isSeen, setIsSeen] = useState(false)
  const [part, setPart] = useState<{ Paydays: ComponentType<{ scenario: Scenario; today: string; from: string }> } | null>(null)
  const isPrinting = usePrinting()
  useEffect(() => {
    const observer = new IntersectionObserver(([seen]) => seen?.isIntersecting && setIsSeen(true), { rootMargin: '200px' })
    observer.observe(place.current!)
    void loadPaydays().then(
      (loaded) => setPart({ Paydays: loaded.default }),
      () => undefined,
    )
    return () => observer.disconnect()
  }, [])
  return (
    <div ref={place} className="paydays-place">
      {part && (isSeen || isPrinting) && <part.Paydays scenario={projection.scenario} today={projection.today} from={from} />}
    </div>
  )
}
