/** Which popups are open: one that opens closes all others but those that it stands in. */
import { createContext } from 'react'

export interface OpenPopup {
  /** The popup in which its button stands; null: the page. */
  within: OpenPopup | null
  close: () => void
}

/** The popup that is around. */
export const Around = createContext<OpenPopup | null>(null)

const open = new Set<OpenPopup>()

const isAround = (popup: OpenPopup, inner: OpenPopup | null): boolean =>
  inner !== null && (inner === popup || isAround(popup, inner.within))

/** Another press need not be seen as one outside: what is dragged keeps it to itself. */
export function popupOpens(opening: OpenPopup): void {
  for (const other of open) if (!isAround(other, opening)) other.close()
  open.add(opening)
}

export const popupIsClosed = (popup: OpenPopup): void => void open.delete(popup)

export function closePopups(): void {
  for (const popup of open) popup.close()
}
