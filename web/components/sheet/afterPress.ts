import { useCallback, useEffect, useRef } from 'react'

/**
 * Runs a change of what lies where, at once or, while the pointer is down, when it is up again and its click has been: between
 * press and release it would take the pressed row from under the pointer, and the click would be nobody's. Of several the last one counts.
 */
export function useAfterPress(): (change: () => void) => void {
  const isDown = useRef(false)
  const waiting = useRef<(() => void) | null>(null)
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    const press = (): void => {
      clearTimeout(timer)
      isDown.current = true
    }
    // The click comes after the release, in the same turn.
    const release = (): void => {
      clearTimeout(timer)
      timer = setTimeout(() => {
        isDown.current = false
        waiting.current?.()
        waiting.current = null
      })
    }
    const listeners = [
      ['pointerdown', press],
      ['mousedown', press],
      ['pointerup', release],
      ['mouseup', release],
      ['pointercancel', release],
    ] as const
    for (const [type, listener] of listeners) window.addEventListener(type, listener, true)
    return () => {
      clearTimeout(timer)
      for (const [type, listener] of listeners) window.removeEventListener(type, listener, true)
    }
  }, [])
  return useCallback((change) => {
    if (isDown.current) waiting.current = change
    else change()
  }, [])
}
