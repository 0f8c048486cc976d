/** Small settings of this device, in localStorage; where a browser forbids that, for as long as the tab lives. */
export interface DeviceMemory {
  get: (key: string) => string | null
  set: (key: string, value: string) => void
  remove: (key: string) => void
  /** Every key that begins so. */
  keys: (prefix: string) => string[]
  /** Removes every key that begins so, but for the one to keep. */
  removeAll: (prefix: string, keep?: string) => void
}

export function deviceMemory(storage: () => Storage = () => localStorage): DeviceMemory {
  const forTheTab = new Map<string, string>()
  const attempt = <T>(work: (storage: Storage) => T, otherwise: T): T => {
    try {
      return work(storage())
    } catch {
      return otherwise
    }
  }
  const remove = (key: string): void => {
    forTheTab.delete(key)
    attempt((found) => found.removeItem(key), undefined)
  }
  const keys = (prefix: string): string[] => {
    const stored = attempt((found) => Array.from({ length: found.length }, (_, at) => found.key(at) ?? ''), [])
    return [...new Set([...stored, ...forTheTab.keys()])].filter((key) => key.startsWith(prefix))
  }
  return {
    get: (key) => attempt((found) => found.getItem(key), null) ?? forTheTab.get(key) ?? null,
    set: (key, value) => {
      forTheTab.set(key, value)
      attempt((found) => found.setItem(key, value), undefined)
    },
    remove,
    keys,
    removeAll: (prefix, keep) => {
      for (const key of keys(prefix)) if (key !== keep) remove(key)
    },
  }
}

/**
 * `old_plans` is where the Flask app's page kept its data; `bring_later` says that plans of this device were left where they are for now,
 * `everyday` that nobody wants to say what leaves without a date.
 */
export const memoryKeys = {
  mode: 'pyNance:mode',
  open: 'pyNance:open',
  account: 'pyNance:account',
  compare: 'pyNance:compare',
  bring_later: 'pyNance:bring_later',
  everyday: 'pyNance:everyday',
  old_plans: 'pyNance:planning:v1',
} as const

/** Where the plan opened last is noted: of this device, or of whoever is signed in. No key names an account. */
export const openKey = (mode: 'local' | 'api'): string => `${memoryKeys.open}:${mode}`

/** Nothing small is remembered of who was signed in, nor of the plans that were open then. */
export function forgetWhoWasHere(memory: DeviceMemory): void {
  memory.remove(memoryKeys.account)
  memory.remove(memoryKeys.compare)
  memory.remove(memoryKeys.bring_later)
  memory.removeAll(`${memoryKeys.open}:`, openKey('local'))
}
