/** The language of the page: the first of the browser's for which there are words, or the one chosen on this device. before-paint.js decides. */
import { create } from 'zustand'

const key = 'pyNance:language'

const ofPage = (): string => (typeof document === 'undefined' ? 'en' : document.documentElement.lang || 'en')

export const useLanguage = create<{ language: string }>(() => ({ language: ofPage() }))

export const language = (): string => useLanguage.getState().language

/** The language chosen on this device, null where the browser's holds. */
export function chosenLanguage(): string | null {
  try {
    return localStorage.getItem(key)
  } catch {
    return null
  }
}

/** Keeps the choice; null is the browser's. What it says is read with the next load. */
export function keepLanguage(chosen: string | null): void {
  try {
    if (chosen === null) localStorage.removeItem(key)
    else localStorage.setItem(key, chosen)
  } catch {
    // Storage is closed to us: the choice holds for this page.
  }
}
