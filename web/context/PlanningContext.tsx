/** Planning for React: one instance for the page, `usePlanning(select)` to read, `planningActions()` to act. */
import { useEffect, type ReactNode } from 'react'
import { useStore } from 'zustand'
import { planning } from './thePlanning.ts'
import type { PlanningActions, PlanningState } from './planning.ts'

/** Starts planning with the page, and asks before a tab closes that alone knows of an edit. */
export function PlanningProvider({ children }: { children: ReactNode }) {
  useEffect(() => {
    void planning().start()
    const beforeUnload = (event: BeforeUnloadEvent): void => {
      if (planning().inMemory() > 0) event.preventDefault()
    }
    // What is being typed counts as if the person had gone on to the next cell.
    const onHide = (): void => {
      if (document.activeElement instanceof HTMLElement) document.activeElement.blur()
      planning().actions.endGesture()
    }
    window.addEventListener('beforeunload', beforeUnload)
    window.addEventListener('pagehide', onHide)
    return () => {
      window.removeEventListener('beforeunload', beforeUnload)
      window.removeEventListener('pagehide', onHide)
    }
  }, [])
  return children
}

/** The state, or what `select` takes of it; a component paints again only when that is another value. */
export function usePlanning(): PlanningState
export function usePlanning<T>(select: (state: PlanningState) => T): T
export function usePlanning<T>(select: (state: PlanningState) => T | PlanningState = (state) => state): T | PlanningState {
  return useStore(planning().store, select)
}

/** The actions; always the same object. */
export const planningActions = (): PlanningActions => planning().actions
