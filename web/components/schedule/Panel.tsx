import { Dialog } from '@base-ui/react/dialog'
import { Popover } from '@base-ui/react/popover'
import { useSyncExternalStore, type ReactNode } from 'react'

interface Props {
  title: string
  /** What it opens under, and where focus goes back to. */
  anchor: HTMLElement | null
  /** Esc. */
  onClose: () => void
  /** A press elsewhere: keeps what was written, as leaving a cell does. False: it can't be kept, so it stays open. */
  onAway: () => boolean
  /** Once a press elsewhere has kept it; without it, as Esc. */
  onSaved?: () => void
  className?: string
  /** Too tall to always fit under its cell: it may lie over it, rather than be cut short. */
  isTall?: boolean
  children: ReactNode
}

const narrow = window.matchMedia('(max-width: 47.99rem)')
function listen(changed: () => void): () => void {
  narrow.addEventListener('change', changed)
  return () => narrow.removeEventListener('change', changed)
}
const useIsNarrow = (): boolean => useSyncExternalStore(listen, () => narrow.matches)

/** Something larger that opens from a cell: under it where there is room, as a sheet from below on a phone. */
export function Panel({ title, anchor, onClose, onAway, onSaved = onClose, className = '', isTall = false, children }: Props) {
  const isNarrow = useIsNarrow()
  const onOpenChange = (open: boolean, details: { reason: string; cancel: () => void }): void => {
    if (open) return
    if (details.reason !== 'outside-press') onClose()
    else if (onAway()) onSaved()
    else details.cancel()
  }
  if (isNarrow) {
    return (
      <Dialog.Root open onOpenChange={onOpenChange}>
        <Dialog.Portal>
          <Dialog.Backdrop className="fixed inset-0 z-40 bg-[rgb(20_17_13/0.45)]" />
          <Dialog.Viewport className="fixed inset-0 z-50 flex items-end justify-center p-2">
            <Dialog.Popup className="popup max-h-full w-full max-w-xl overflow-y-auto p-4" finalFocus={() => anchor}>
              <Dialog.Title className="mb-3 text-lg wrap-anywhere">{title}</Dialog.Title>
              {children}
            </Dialog.Popup>
          </Dialog.Viewport>
        </Dialog.Portal>
      </Dialog.Root>
    )
  }
  return (
    <Popover.Root open modal="trap-focus" onOpenChange={onOpenChange}>
      <Popover.Portal>
        <Popover.Positioner
          anchor={anchor}
          sideOffset={4}
          align="start"
          collisionPadding={8}
          collisionAvoidance={{ side: isTall ? 'shift' : 'flip' }}
          className="z-40"
        >
          <Popover.Popup className={`popup max-h-[calc(100dvh-1rem)] overflow-y-auto p-5 ${className}`} finalFocus={() => anchor}>
            <Popover.Title className="mb-3 text-lg wrap-anywhere">{title}</Popover.Title>
            {children}
          </Popover.Popup>
        </Popover.Positioner>
      </Popover.Portal>
    </Popover.Root>
  )
}
