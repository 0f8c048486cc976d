import { Menu as Base } from '@base-ui/react/menu'
import type { ReactNode } from 'react'
import { isPressOn, type PopupProps } from './PopupButton.tsx'
import { CheckIcon } from './toolIcons.tsx'

/**
 * The library's guards at the ends of a popup take focus only to hand it on. As it makes them they are hidden and
 * focusable in one, which nothing may be; unhidden they say nothing either, having no content.
 */
function unhideGuards(open: boolean): void {
  if (open) document.querySelectorAll('[data-base-ui-focus-guard][aria-hidden]').forEach((guard) => guard.removeAttribute('aria-hidden'))
}

/** A menu of commands under its button, in the same landmark as the button. */
export function Menu({ anchor, open, onOpenChange, label, children }: PopupProps & { label: string; children: ReactNode }) {
  return (
    <Base.Root
      open={open}
      modal={false}
      onOpenChangeComplete={unhideGuards}
      onOpenChange={(next, details) => {
        if (isPressOn(anchor, details)) details.cancel()
        else onOpenChange(next)
      }}
    >
      <Base.Portal container={anchor.current?.closest<HTMLElement>('header, main, nav') ?? undefined}>
        <Base.Positioner anchor={anchor} sideOffset={6} align="start" collisionPadding={8} className="z-40">
          <Base.Popup
            className="popup max-h-[80dvh] min-w-56 max-w-[min(24rem,calc(100vw-1rem))] overflow-y-auto p-1.5"
            aria-label={label}
            finalFocus={anchor}
          >
            {children}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  )
}

export const MenuItem = ({ onSelect, children, hint }: { onSelect: () => void; children: ReactNode; hint?: string }) => (
  <Base.Item className="menu-item" onClick={onSelect}>
    <span className="min-w-0 flex-1 wrap-anywhere">{children}</span>
    {hint && <kbd className="font-sans text-sm text-quiet">{hint}</kbd>}
  </Base.Item>
)

export const MenuLine = () => <Base.Separator className="mx-2 my-1.5 border-t border-hairline" />

export const MenuGroup = ({ label, children }: { label: string; children: ReactNode }) => (
  <Base.Group>
    <Base.GroupLabel className="px-3 pt-1.5 pb-0.5 text-sm text-quiet">{label}</Base.GroupLabel>
    {children}
  </Base.Group>
)

/** One of several, the chosen one with a tick; `depth` sets one in under the one it belongs to. */
export function MenuChoices<T extends string>({
  value,
  onChoose,
  choices,
}: {
  value: T
  onChoose: (value: T) => void
  choices: readonly { value: T; label: string; detail?: string; depth?: number }[]
}) {
  return (
    <Base.RadioGroup value={value} onValueChange={onChoose}>
      {choices.map((choice) => (
        <Base.RadioItem key={choice.value} value={choice.value} closeOnClick className="menu-item">
          <span className="inline-flex w-[18px]">
            <Base.RadioItemIndicator>
              <CheckIcon />
            </Base.RadioItemIndicator>
          </span>
          <span className="min-w-0 flex-1 wrap-anywhere" style={{ paddingLeft: `${(choice.depth ?? 0) * 1.1}rem` }}>
            {choice.label}
          </span>
          {choice.detail && <span className="text-sm text-quiet">{choice.detail}</span>}
        </Base.RadioItem>
      ))}
    </Base.RadioGroup>
  )
}
