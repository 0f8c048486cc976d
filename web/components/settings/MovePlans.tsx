import { useEffect, useState } from 'react'
import type { Problem } from '../../../core/problem.ts'
import { listMoved, movePlans, previewMove, removeMoved, type Direction, type MovePreview } from '../../useCases/moving.ts'
import { tell } from '../frame/screen.ts'
import { ComingPlans } from './ComingPlans.tsx'
import { Problems } from './Section.tsx'

const words = {
  to_server: {
    offer: 'Bring the plans of this device along',
    lead: 'Copies them to your account as they are now; their history stays here. They stay on this device too, until you say otherwise; doing it twice adds nothing twice.',
    there: 'the one on the server',
    coming: "this device's",
    confirm: 'Bring them along',
  },
  to_device: {
    offer: 'Take a copy back to this device',
    lead: 'Copies your plans from the server into this browser, where they can be used without the account. Those on the server stay.',
    there: 'the one on this device',
    coming: "the server's",
    confirm: 'Take a copy',
  },
} as const

/** Plans go along between this device and the server: what would come, then the doing. `atOnce` does what needs no answer without a further press. */
export function MovePlans({ direction, atOnce = false, onDone }: { direction: Direction; atOnce?: boolean; onDone?: () => void }) {
  const [preview, setPreview] = useState<MovePreview | null>(null)
  const [problems, setProblems] = useState<readonly Problem[]>([])
  const [movedHere, setMovedHere] = useState(0)
  const { offer, lead, there, coming, confirm } = words[direction]

  const look = async (): Promise<void> => {
    const seen = await previewMove(direction)
    setProblems(seen.ok ? [] : seen.problems)
    setPreview(seen.ok ? seen.value : null)
  }
  useEffect(() => {
    if (atOnce) void look()
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- once, as it is opened
  }, [])
  const close = async (): Promise<void> => {
    setPreview(null)
    if (direction === 'to_device') return onDone?.()
    const moved = await listMoved()
    const count = moved.ok ? moved.value.length : 0
    setMovedHere(count)
    if (count === 0) onDone?.()
  }
  const remove = async (): Promise<void> => {
    const removed = await removeMoved()
    setProblems(removed.ok ? [] : removed.problems)
    setMovedHere(0)
    onDone?.()
    if (removed.ok) tell({ id: 'moved', tone: 'info', text: removed.value === 1 ? 'One plan is off this device now; it is on the server.' : `${removed.value} plans are off this device now; they are on the server.` })
  }

  return (
    <div className={atOnce ? '' : 'mt-5'}>
      {atOnce && preview === null && movedHere === 0 && problems.length === 0 && <p className="text-quiet">One moment…</p>}
      {atOnce && problems.length > 0 && (
        <p className="mb-2 flex flex-wrap gap-2">
          <button type="button" className="button" onClick={() => void look()}>
            Try again
          </button>
          <button type="button" className="button" onClick={onDone}>
            Later
          </button>
        </p>
      )}
      {!atOnce && preview === null && (
        <>
          <button type="button" className="button" onClick={() => void look()}>
            {offer}
          </button>
          <p className="mt-1 text-sm text-quiet">{lead}</p>
        </>
      )}
      <Problems problems={problems} />
      {preview && (
        <>
          {preview.moved_before > 0 && <p className="text-quiet">{preview.moved_before === 1 ? 'One plan was brought along before.' : `${preview.moved_before} plans were brought along before.`}</p>}
          <ComingPlans plans={preview.plans} there={there} coming={coming} confirm={confirm} bring={(choices, onProgress) => movePlans(direction, preview.plans, choices, onProgress)} onClose={() => void close()} atOnce={atOnce} />
        </>
      )}
      {movedHere > 0 && (
        <p className="mt-3">
          {movedHere === 1 ? 'One plan of this device is on the server, whole.' : `${movedHere} plans of this device are on the server, whole.`}{' '}
          <button type="button" className="button" onClick={() => void remove()}>
            Take {movedHere === 1 ? 'it' : 'them'} off this device
          </button>{' '}
          {onDone && (
            <button type="button" className="button" onClick={onDone}>
              Keep {movedHere === 1 ? 'it' : 'them'} here too
            </button>
          )}
        </p>
      )}
    </div>
  )
}
