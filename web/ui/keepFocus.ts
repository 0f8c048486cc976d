/**
 * Keeps the keys somewhere. What has the focus may go: a popup closes and what it was opened from has moved, a row leaves its list. Then
 * the browser leaves the focus on nothing, and who works by keys begins at the top of the page. It goes instead to what is the same thing
 * (`data-focus`), else to what stands in its place, else to what is around it.
 */
interface Place {
  element: HTMLElement
  /** What it stands for, by which it is known where it is drawn anew. */
  key: string | null
  /** From the element outwards: each thing that it was in, and at which place there. */
  within: { parent: HTMLElement; at: number }[]
}

const popups = '[role="dialog"], [role="alertdialog"], [role="menu"]'
const usable = 'button:not(:disabled), a[href], input:not(:disabled), select:not(:disabled), [tabindex="0"]'

function placeOf(element: HTMLElement): Place {
  const within: Place['within'] = []
  for (let inner = element; inner.parentElement && inner !== document.body; inner = inner.parentElement)
    within.push({ parent: inner.parentElement, at: [...inner.parentElement.children].indexOf(inner) })
  return { element, key: element.closest<HTMLElement>('[data-focus]')?.dataset.focus ?? null, within }
}

const isThere = (element: HTMLElement): boolean =>
  element.isConnected && element.getClientRects().length > 0 && !element.closest('[inert], [aria-hidden="true"]')

/** The same thing elsewhere; a date of a row that has no others is the row's one date. */
function againOf(key: string): HTMLElement | null {
  const all = [...document.querySelectorAll<HTMLElement>('[data-focus]')].filter(isThere)
  const ofRow = all.filter(({ dataset }) => dataset.focus!.split(' ')[0] === key.split(' ')[0])
  return all.find(({ dataset }) => dataset.focus === key) ?? (ofRow.length === 1 ? ofRow[0]! : null)
}

/** What stands for a place that is gone, or for the nearest that is left around it. */
function insteadOf({ element, key, within }: Place): HTMLElement | null {
  if (isThere(element)) return element
  const same = key === null ? null : againOf(key)
  if (same) return same
  for (const { parent, at } of within) {
    if (!isThere(parent) || parent === document.body || parent.id === 'root') continue
    const children = [...parent.children] as HTMLElement[]
    for (const child of [...children.slice(at), ...children.slice(0, at).reverse()]) {
      const found = child.matches(usable) ? child : [...child.querySelectorAll<HTMLElement>(usable)].find(isThere)
      if (found && isThere(found)) return found
    }
    if (parent.matches('main, [tabindex]')) return parent
  }
  return document.querySelector<HTMLElement>('main')
}

export function keepFocus(): void {
  /** Where the focus was last, in the page and in a popup over it. */
  let onPage: Place | null = null
  let last: Place | null = null
  let isLooking = false
  document.addEventListener('focusin', ({ target }) => {
    if (!(target instanceof HTMLElement) || target === document.body) return
    last = placeOf(target)
    if (!target.closest(popups)) onPage = last
  })
  const look = (): void => {
    isLooking = false
    if (document.activeElement !== document.body || !last || last.element.isConnected) return
    // A popup that is still open has its own way back.
    if (document.querySelector(popups)) return
    const found = onPage && insteadOf(onPage)
    found?.focus({ preventScroll: found.dataset.focus === undefined })
  }
  // Whoever takes something away may have a better place for the focus, so it is looked at once they are done.
  const soon = (): void => {
    if (isLooking || document.activeElement !== document.body || !last || last.element.isConnected) return
    isLooking = true
    setTimeout(look, settled_ms)
  }
  new MutationObserver(soon).observe(document.body, { childList: true, subtree: true })
}

/** Popups give their focus back within some frames. */
const settled_ms = 80
