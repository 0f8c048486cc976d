/** Undo and redo of one tab: each step that is done is remembered as what takes it back. */
import type { Problem } from '../../core/problem.ts'
import { emptyHistory, moved, remember, without, type History, type Step } from './history.ts'
import type { PlanningState } from './planning.ts'
import type { Performed } from './steps.ts'

export interface UndoingParts {
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
  /** One step after the other, however fast the keys are pressed. */
  travel: (from: 'undo' | 'redo') => Promise<void>
  /** Steps that no longer mean anything go. */
  forget: (isVoid: (step: Step) => boolean) => void
  empty: () => void
}

export function createUndoing({ set, perform, endGesture, changed, failed }: UndoingParts): Undoing {
  let history: History = emptyHistory
  let steps: Promise<unknown> = Promise.resolve()

  const become = (next: History): void => {
    history = next
    set({ canUndo: next.undo.length > 0, canRedo: next.redo.length > 0, newestChange: next.undo.at(-1) ?? null })
  }
  const did: Undoing['did'] = (opposite) => {
    become(remember(history, opposite))
    changed()
  }
  const travelOne = async (from: 'undo' | 'redo'): Promise<void> => {
    endGesture()
    const step = history[from].at(-1)
    if (!step) return
    const top = history.undo.at(-1)
    const { problems, opposite } = await perform(step)
    if (!problems.some(({ code }) => code === 'connection_is_down')) become(moved(history, from, step, opposite, top))
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
      const next = steps.then(() => travelOne(from))
      steps = next.catch(() => undefined)
      return next
    },
    forget: (isVoid) => become(without(history, isVoid)),
    empty: () => become(emptyHistory),
  }
}
