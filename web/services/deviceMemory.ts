/** Small settings of this device, in localStorage; where a browser forbids that, for as long as the tab lives. */
export interface DeviceMemory {
  get: (key: string) => string | null
  set: (key: string, value: string) => void
  remove: (key: string) => void
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
  return {
    get: (key) => attempt((found) => found.getItem(key), null) ?? forTheTab.get(key) ?? null,
    set: (key, value) => {
      forTheTab.set(key, value)
      attempt((found) => found.setItem(key, value), undefined)
    },
    remove: (key) => {
      forTheTab.delete(key)
      attempt((found) => found.removeItem(key), undefined)
    },
  }
}

/** `old_plans` is where the Flask app's page kept its data. */
export const memoryKeys = { mode: 'pyNance:mode', open: 'pyNance:open', account: 'pyNance:account', old_plans: 'pyNance:planning:v1' } as const
