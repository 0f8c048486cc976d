import { Suspense, useContext, useEffect, useRef, useState, type ComponentType, type ReactNode, type RefObject } from 'react'
import { Around, popupIsClosed, popupOpens, type OpenPopup } from './openPopups.ts'

/** What a popup of a button is given. It is rendered from the first opening on. */
export interface PopupProps {
  anchor: RefObject<HTMLButtonElement | null>
  open: boolean
  onOpenChange: (open: boolean) => void
}

/**
 * Whether a popup wants to change because its own button was pressed, which opens and closes it itself. A key is none: the focus may still
 * be on the button.
 */
export const isPressOn = (anchor: PopupProps['anchor'], { reason, event }: { reason: string; event: Event }): boolean =>
  reason !== 'escape-key' && !!anchor.current?.contains(event.target as Node | null)

interface Props {
  /** What the button opens. */
  opens: 'menu' | 'dialog'
  popup: ComponentType<PopupProps>
  className: string
  label?: string
  title?: string
  /** Data attributes, for styles that depend on what the button stands for. */
  data?: Record<string, string>
  children: ReactNode
}

/** A button with a popup whose code loads when it is first wanted. */
export function PopupButton({ opens, popup: Popup, className, label, title, data, children }: Props) {
  const anchor = useRef<HTMLButtonElement>(null)
  const [open, setOpen] = useState(false)
  const [wasOpened, setWasOpened] = useState(false)
  const within = useContext(Around)
  const [self] = useState((): OpenPopup => ({ within, close: () => setOpen(false) }))
  const change = (next: boolean): void => {
    if (next) setWasOpened(true)
    setOpen(next)
  }
  useEffect(() => {
    if (!open) return
    popupOpens(self)
    return () => popupIsClosed(self)
  }, [open, self])
  const attributes = data && Object.fromEntries(Object.entries(data).map(([name, value]) => [`data-${name}`, value]))
  return (
    <>
      <button
        {...attributes}
        ref={anchor}
        type="button"
        className={className}
        aria-label={label}
        title={title}
        aria-haspopup={opens}
        aria-expanded={open}
        onClick={() => change(!open)}
      >
        {children}
      </button>
      {wasOpened && (
        <Around value={self}>
          <Suspense fallback={null}>
            <Popup anchor={anchor} open={open} onOpenChange={change} />
          </Suspense>
        </Around>
      )}
    </>
  )
}
