import { Dialog as Base } from '@base-ui/react/dialog'
import type { ReactNode, RefObject } from 'react'
import { say } from '../words/say.ts'
import { CrossIcon } from './icons.tsx'

interface Props {
  title: string
  /** One or two sentences under the title. */
  lead?: ReactNode
  /** Without it the dialog stays until what it asks is answered. */
  onClose?: () => void
  /** Where focus goes afterwards; without it, to where it was before. */
  returnFocus?: HTMLElement | null
  /** What has the focus first; without it, the first thing that can. */
  initialFocus?: RefObject<HTMLElement | null>
  width?: 'narrow' | 'wide'
  children: ReactNode
}

/** A modal dialog that is open for as long as it is rendered. */
export function Dialog({ title, lead, onClose, returnFocus, initialFocus, width = 'narrow', children }: Props) {
  return (
    <Base.Root open onOpenChange={(open) => !open && onClose?.()}>
      <Base.Portal>
        <Base.Backdrop className="fixed inset-0 z-40 bg-[rgb(20_17_13/0.45)]" />
        <Base.Viewport className="fixed inset-0 z-50 flex items-end justify-center overflow-y-auto p-2 sm:items-start sm:p-8 sm:pt-[12vh]">
          <Base.Popup
            className={`popup w-full p-5 sm:p-6 ${width === 'wide' ? 'max-w-3xl' : 'max-w-md'}`}
            {...(initialFocus && { initialFocus })}
            {...(returnFocus ? { finalFocus: () => returnFocus } : {})}
          >
            <div className="flex items-start gap-3">
              <Base.Title className="flex-1 text-xl leading-9 wrap-anywhere">{title}</Base.Title>
              {onClose && (
                <Base.Close className="button button-icon -mt-0.5 -mr-2" aria-label={say('common.close')}>
                  <CrossIcon />
                </Base.Close>
              )}
            </div>
            {lead && <Base.Description className="mb-4 text-quiet">{lead}</Base.Description>}
            {children}
          </Base.Popup>
        </Base.Viewport>
      </Base.Portal>
    </Base.Root>
  )
}
