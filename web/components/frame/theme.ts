/** The theme: the system's, or the one chosen on this device. before-paint.js applies the choice before the first paint. */
import { create } from 'zustand'

export type Theme = 'system' | 'light' | 'dark'

const key = 'pyNance:theme'

function stored(): Theme {
  try {
    const theme = localStorage.getItem(key)
    return theme === 'light' || theme === 'dark' ? theme : 'system'
  } catch {
    return 'system'
  }
}

export const useTheme = create<{ theme: Theme }>(() => ({ theme: stored() }))

export function setTheme(theme: Theme): void {
  if (theme === 'system') delete document.documentElement.dataset.theme
  else document.documentElement.dataset.theme = theme
  try {
    if (theme === 'system') localStorage.removeItem(key)
    else localStorage.setItem(key, theme)
  } catch {
    // Storage is closed to us: the choice holds for this page.
  }
  useTheme.setState({ theme })
}
