/** Which plans were large when they were last read, so that what is asked of them next is not begun where it will not be done. */
import type { PlainCall } from '../planning/answering.ts'

export interface Remembered {
  has(call: PlainCall): boolean
  note(call: PlainCall, were_large: boolean | null): void
}

const most = 20_000

export function largePlans(): Remembered {
  const known = new Set<string>()
  return {
    has: (call) => keysOf(call).some((key) => known.has(key)),
    note: (call, were_large) => {
      if (were_large === null) return
      for (const key of keysOf(call)) {
        // The newest stand last.
        known.delete(key)
        if (were_large) known.add(key)
      }
      if (known.size > most) known.delete(known.values().next().value!)
    },
  }
}

/** The plans that a request names in its address; of the list of all plans, the list. */
function keysOf({ user_id, route, id, query }: PlainCall): string[] {
  if (route === 'listScenarios' || route === 'listDeleted') return [`${user_id} ${route}`]
  return [id, query.from, ...(query.ids ?? '').toLowerCase().split(',', 4)]
    .filter((name) => name !== undefined && name !== '')
    .map((name) => `${user_id} ${name}`)
}
