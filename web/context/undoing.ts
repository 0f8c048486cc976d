/** Undo and redo of one tab, for the plan on its screen: each step that is done is remembered as what takes it back. */
import type { Problem } from '../../core/problem.ts'
import { emptyHistory, moved, nextOf, remember, without, type History, type Step } from './history.ts'
import type { PlanningState } from './planning.ts'
import type { Performed } from './steps.ts'

export interface UndoingParts {
  /** The id of the plan on the screen. */
  open: () => string | null
  set: (state: Partial<PlanningState>) => void
  perform: (step: Step) => Promise<Performed>
  /** A gesture that goes on ends before anything is taken back. */
  endGesture: () => void
  /** Something was done. */
  changed: () => void
  /** What could not be taken back, or done again, and why. */
  failed: (from: 'undo' | 'redo', problems: Problem[]) => Promise<void>
}

export interface Undoing {
  /** Something was done that `opposite` takes back. */
  did: (opposite: Step) => void
  /** Does something new that a step describes. */
  doStep: (step: Step) => Promise<Problem[]>
  /** One step after the other, however fast the keys are pressed, each of the plan that is on the screen when it is pressed. */
  travel: (from: 'undo' | 'redo') => Promise<void>
  /** Steps that no longer mean anything go. */
  forget: (isVoid: (step: Step) => boolean) => void
  empty: () => void
  /** Tells what can be undone of the plan that is on the screen now. */
  show: () => void
}

export function createUndoing({ open, set, perform, endGesture, changed, failed }: UndoingParts): Undoing {
  let history: History = emptyHistory
  let steps: Promise<unknown> = Promise.resolve()

  const show = (): void => {
    const newest = nextOf(history.undo, open())
    set({ canUndo: newest !== undefined, canRedo: nextOf(history.redo, open()) !== undefined, newestChange: newest ?? null })
  }
  const become = (next: History): void => {
    history = next
    show()
  }
  const did: Undoing['did'] = (opposite) => {
    become(remember(history, opposite))
    changed()
  }
  const travelOne = async (from: 'undo' | 'redo', open_id: string | null): Promise<void> => {
    endGesture()
    const step = nextOf(history[from], open_id)
    if (!step) return
    const top = history.undo.at(-1)
    const { problems, opposite } = await perform(step)
    if (!problems.some(({ code }) => code === 'connection_is_down')) become(moved(history, { from, step, opposite, top, open_id }))
    if (problems.length > 0) await failed(from, problems)
  }

  return {
    did,
    doStep: async (step) => {
      const { problems, opposite } = await perform(step)
      if (opposite) did(opposite)
      return problems
    },
    travel: (from) => {
      const open_id = open()
      const next = steps.then(() => travelOne(from, open_id))
      steps = next.catch(() => undefined)
      return next
    },
    forget: (isVoid) => become(without(history, isVoid)),
    empty: () => become(emptyHistory),
    show,
  }
}
