import { useEffect, useState } from 'react'
import type { Problem } from '../../../core/problem.ts'
import { listMoved, movePlans, previewMove, removeMoved, type Direction, type MovePreview } from '../../useCases/moving.ts'
import { notify } from '../frame/screen.ts'
import { say } from '../../words/say.ts'
import { ComingPlans } from './ComingPlans.tsx'
import { Problems } from './Section.tsx'

const words = {
  to_server: {
    offer: 'settings.move.to_server',
    lead: 'settings.move.to_server_lead',
    there: 'server',
    coming: 'device',
    confirm: 'settings.move.to_server_action',
  },
  to_device: {
    offer: 'settings.move.to_device',
    lead: 'settings.move.to_device_lead',
    there: 'device',
    coming: 'server',
    confirm: 'settings.move.to_device_action',
  },
} as const

/**
 * Plans go along between this device and the server: what would come, then the doing. `atOnce` does what needs no answer without a further
 * press.
 */
export function MovePlans({
  direction,
  atOnce = false,
  onDone,
  onBrought,
}: {
  direction: Direction
  atOnce?: boolean
  onDone?: () => void
  /** They are there, and what came of it is told. */
  onBrought?: () => void
}) {
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
    if (removed.ok) notify({ id: 'moved', tone: 'info', text: say('settings.move.removed', { count: removed.value }) })
  }

  const keep = (): void => {
    setMovedHere(0)
    onDone?.()
  }

  return (
    <div className={atOnce ? '' : 'mt-5'}>
      {atOnce && preview === null && movedHere === 0 && problems.length === 0 && <p className="text-quiet">{say('common.one_moment')}</p>}
      {atOnce && problems.length > 0 && <Again onAgain={() => void look()} onLater={onDone} />}
      {!atOnce && preview === null && (
        <>
          <button type="button" className="button" onClick={() => void look()}>
            {say(offer)}
          </button>
          <p className="mt-1 text-sm text-quiet">{say(lead)}</p>
        </>
      )}
      <Problems problems={problems} />
      {preview && (
        <>
          {preview.moved_before > 0 && <p className="text-quiet">{say('settings.move.before', { count: preview.moved_before })}</p>}
          <ComingPlans
            plans={preview.plans}
            there={there}
            coming={coming}
            confirm={say(confirm)}
            bring={async (choices, onProgress) => {
              const report = await movePlans(direction, preview.plans, choices, onProgress)
              if (report.failed.length === 0) onBrought?.()
              return report
            }}
            onClose={() => void close()}
            atOnce={atOnce}
          />
        </>
      )}
      {movedHere > 0 && <StillHere count={movedHere} onRemove={() => void remove()} onKeep={keep} />}
    </div>
  )
}

const Again = ({ onAgain, onLater }: { onAgain: () => void; onLater: (() => void) | undefined }) => (
  <p className="mb-2 flex flex-wrap gap-2">
    <button type="button" className="button" onClick={onAgain}>
      {say('settings.move.try_again')}
    </button>
    <button type="button" className="button" onClick={onLater}>
      {say('settings.move.later')}
    </button>
  </p>
)

/** Plans that are on the server now and here too: to be taken off this device, or kept. */
const StillHere = ({ count, onRemove, onKeep }: { count: number; onRemove: () => void; onKeep: () => void }) => (
  <p className="mt-3">
    {say('settings.move.moved', { count })}{' '}
    <button type="button" className="button" onClick={onRemove}>
      {say('settings.move.take_off', { count })}
    </button>{' '}
    <button type="button" className="button" onClick={onKeep}>
      {say('settings.move.keep_here', { count })}
    </button>
  </p>
)
