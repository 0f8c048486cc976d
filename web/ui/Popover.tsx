import { Popover as Base } from '@base-ui/react/popover'
import type { ReactNode } from 'react'
import { isPressOn, type PopupProps } from './PopupButton.tsx'

/** A small panel under its button, titled, closed by Esc or a press elsewhere. */
export function Popover({ anchor, open, onOpenChange, title, children }: PopupProps & { title: string; children: ReactNode }) {
  return (
    <Base.Root
      open={open}
      onOpenChange={(next, details) => {
        if (isPressOn(anchor, details)) details.cancel()
        else onOpenChange(next)
      }}
    >
      <Base.Portal>
        <Base.Positioner anchor={anchor} sideOffset={6} align="start" collisionPadding={8} className="z-40">
          <Base.Popup className="popup w-[min(26rem,calc(100vw-1rem))] p-4" finalFocus={anchor}>
            <Base.Title className="mb-2 text-base">{title}</Base.Title>
            {children}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  )
}
