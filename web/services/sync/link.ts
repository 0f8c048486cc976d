/** Whether edits reach the store: nothing to send, sending, or why not. */
import type { Problem } from '../../../core/problem.ts'

export interface Link {
  readonly state: 'idle' | 'sending' | 'down' | 'signed_out'
  /** Why nothing can be sent now. */
  readonly reasons: Problem[]
  become(state: Link['state'], reasons?: Problem[]): void
}

export function createLink(changed: () => void): Link {
  let state: Link['state'] = 'idle'
  let reasons: Problem[] = []
  return {
    get state() {
      return state
    },
    get reasons() {
      return reasons
    },
    become: (next, why = []) => {
      reasons = why
      if (state === next) return
      state = next
      changed()
    },
  }
}
