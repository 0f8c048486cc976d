import type { ReactNode } from 'react'
import { Dialog } from '../../ui/Dialog.tsx'
import { say } from '../../words/say.ts'

interface Props {
  title: string
  lead: ReactNode
  action: string
  onConfirm: () => void
  onClose: () => void
  /** What may be wanted first, such as an export. */
  children?: ReactNode
}

/** Asks before what no undo covers. */
export default function ConfirmDialog({ title, lead, action, onConfirm, onClose, children }: Props) {
  return (
    <Dialog title={title} lead={lead} onClose={onClose}>
      <div className="flex flex-wrap justify-end gap-2">
        {children}
        <button type="button" className="button" onClick={onClose}>
          {say('common.cancel')}
        </button>
        <button type="button" className="button button-danger" onClick={onConfirm}>
          {action}
        </button>
      </div>
    </Dialog>
  )
}
