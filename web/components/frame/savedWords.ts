import type { Mode } from '../../services/account.ts'
import type { SaveState } from '../../services/saveState.ts'

/** The saved state in words: the whole of it, and what fits on a phone. */
export function savedWords(state: SaveState, mode: Mode): { long: string; short: string } {
  switch (state.kind) {
    case 'saved':
      return { long: mode === 'local' ? 'saved · on this device' : 'saved · on the server', short: 'saved' }
    case 'saving':
      return { long: 'saving…', short: 'saving…' }
    case 'waiting':
      return { long: state.edits === 1 ? '1 edit waiting for the connection' : `${state.edits} edits waiting for the connection`, short: `${state.edits} waiting` }
    case 'signed_out':
      return { long: state.edits === 1 ? '1 edit kept here until you sign in' : `${state.edits} edits kept here until you sign in`, short: 'sign in' }
    case 'not_stored':
      return { long: 'not stored: export before you close', short: 'not stored' }
  }
}
