/**
 * Ctrl+Z and Ctrl+Shift+Z (⌘ on a Mac, Ctrl+Y elsewhere) undo and redo everything; in a field with unsaved typing, the field's own undo
 * comes first.
 */
import { useEffect } from 'react'
import { planningActions } from '../../context/PlanningContext.tsx'
import { say } from '../../words/say.ts'

export const isMac = /Mac|iPhone|iPad/.test(navigator.platform)
/** What is written on the keys. */
export const undoKeys = (): string => (isMac ? '⌘Z' : say('common.undo_keys'))
export const redoKeys = (): string => (isMac ? '⇧⌘Z' : say('common.redo_keys'))

const byMouse = window.matchMedia('(hover: hover) and (pointer: fine) and (min-width: 40rem)')
/** What a button does, with its keys where there is likely a keyboard: not where one taps. */
export const withKeys = (what: string, keys: string): string => (byMouse.matches ? say('common.with_keys', { what, keys }) : what)

function wanted(event: KeyboardEvent): 'undo' | 'redo' | null {
  if (event.altKey || !(isMac ? event.metaKey : event.ctrlKey)) return null
  const key = event.key.toLowerCase()
  if (key === 'z') return event.shiftKey ? 'redo' : 'undo'
  return key === 'y' && !isMac && !event.shiftKey ? 'redo' : null
}

/** Fields of the plan say so themselves (`data-draft` while changed); any other text field keeps its own undo always. */
function isOwnUndo(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false
  if (target.closest('[role="dialog"]')) return true
  if (target.dataset.draft !== undefined) return true
  const isText =
    target instanceof HTMLTextAreaElement || (target instanceof HTMLInputElement && target.type !== 'range' && target.type !== 'date')
  return isText && target.closest('[data-plan]') === null
}

export function useUndoKeys(): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      const what = wanted(event)
      if (!what || isOwnUndo(event.target)) return
      event.preventDefault()
      void planningActions()[what]()
    }
    window.addEventListener('keydown', onKeyDown)
    return () => window.removeEventListener('keydown', onKeyDown)
  }, [])
}
