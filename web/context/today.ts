/** The person's day, for React: another one at midnight, and when a tab comes back after it. */
import { useSyncExternalStore } from 'react'
import { systemClock } from '../services/clock.ts'

const minute = 60_000

function listen(changed: () => void): () => void {
  const timer = setInterval(changed, minute)
  document.addEventListener('visibilitychange', changed)
  return () => {
    clearInterval(timer)
    document.removeEventListener('visibilitychange', changed)
  }
}

export const useToday = (): string => useSyncExternalStore(listen, systemClock.today)
