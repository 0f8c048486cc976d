/** What the tabs of one browser tell each other. A tab does not hear itself. */
import type { Scenario } from '../../core/scenario.ts'
import type { Mode } from './account.ts'
import type { RefusedEdit } from './sync/edits.ts'

export type TabMessage =
  /** The content of a scenario has changed in the store or in what is held for it. */
  | { type: 'scenario_changed'; id: string }
  /** The server says that a plan has changed on some device; id '' stands for the list of plans. */
  | { type: 'changed_elsewhere'; id: string; revision?: number | undefined }
  /** The server has refused edits made in one of the tabs; every tab says so. */
  | { type: 'edits_refused'; scenario: Scenario; refused: RefusedEdit[] }
  /** Scenarios were added, deleted or renamed. */
  | { type: 'scenarios_changed' }
  /**
   * Someone signed in or out, or has deleted the account: where plans are kept from now on. It may arrive before what localStorage says.
   */
  | { type: 'account_changed'; mode: Mode }
  /** Someone has left the account, or it is deleted: what a tab would still hold for it goes. */
  | { type: 'account_gone'; account_id: string }

export interface TabChannel {
  post: (message: TabMessage) => void
  /** Returns how to stop listening. */
  listen: (listener: (message: TabMessage) => void) => () => void
  close: () => void
}

export function tabChannel(name: string): TabChannel {
  if (typeof BroadcastChannel === 'undefined') return { post: () => undefined, listen: () => () => undefined, close: () => undefined }
  const channel = new BroadcastChannel(name)
  let isOpen = true
  return {
    post: (message) => {
      // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a channel never leaves its origin
      if (isOpen) channel.postMessage(message)
    },
    listen: (listener) => {
      const hear = (event: MessageEvent<TabMessage>): void => listener(event.data)
      channel.addEventListener('message', hear)
      return () => channel.removeEventListener('message', hear)
    },
    close: () => {
      isOpen = false
      channel.close()
    },
  }
}
