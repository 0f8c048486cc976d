/**
 * The language of the page: the first of the browser's for which there are words, or the one chosen on this device. before-paint.js
 * decides.
 */
import { create } from 'zustand'

/** Where the choice is kept. */
export const key = 'pyNance:language'

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
