import type { Mode } from '../../services/account.ts'
import type { SaveState } from '../../services/saveState.ts'
import { say } from '../../words/say.ts'

/** The saved state in words: the whole of it, and what fits on a phone, where a tick says that all is kept. */
export function savedWords(state: SaveState, mode: Mode): { long: string; short: string } {
  switch (state.kind) {
    case 'saved':
      return { long: say(mode === 'local' ? 'common.saved.on_device' : 'common.saved.on_server'), short: '✓' }
    case 'saving':
      return { long: say('common.saved.saving'), short: say('common.saved.saving') }
    case 'waiting':
      return { long: say('common.saved.waiting', { edits: state.edits }), short: say('common.saved.waiting_short', { edits: state.edits }) }
    case 'signed_out':
      return { long: say('common.saved.signed_out', { edits: state.edits }), short: say('common.saved.sign_in') }
    case 'not_stored':
      return { long: say('common.saved.not_stored'), short: say('common.saved.not_stored_short') }
  }
}
