import { CrossIcon } from '../../../ui/icons.tsx'
import { MoveDownIcon, MoveUpIcon } from '../../../ui/toolIcons.tsx'
import { say } from '../../../words/say.ts'

interface Props {
  name: string
  /** The places of its neighbours; null at either end. */
  earlier: number | null
  later: number | null
  onMove: (position: number) => void
  onRemove: () => void
}

/** Earlier, later, away. */
export const RowTools = ({ name, earlier, later, onMove, onRemove }: Props) => (
  <div className="rule-tools no-print">
    <button
      type="button"
      className="button button-icon"
      aria-label={say('allocator.move_up', { name })}
      title={say('allocator.earlier')}
      disabled={earlier === null}
      onClick={() => onMove(earlier!)}
    >
      <MoveUpIcon />
    </button>
    <button
      type="button"
      className="button button-icon"
      aria-label={say('allocator.move_down', { name })}
      title={say('allocator.later')}
      disabled={later === null}
      onClick={() => onMove(later!)}
    >
      <MoveDownIcon />
    </button>
    <button
      type="button"
      className="button button-icon"
      aria-label={say('allocator.remove_of', { name })}
      title={say('allocator.remove')}
      onClick={onRemove}
    >
      <CrossIcon />
    </button>
  </div>
)
