/**
 * Hears from the server what other devices have changed. One tab of a browser listens and tells the others, since a browser keeps few
 * connections open. When nothing can be heard, changes are seen on return to the tab, as ever.
 */
import type { TabMessage } from '../tabs.ts'

const again_ms = 60_000

/** Listens until it is stopped; answers how. */
export function hearServer(
  url: string,
  name: string,
  heard: (message: Extract<TabMessage, { type: 'changed_elsewhere' }>) => void,
): () => void {
  if (typeof EventSource === 'undefined') return () => undefined
  let source: EventSource | null = null
  let retry: ReturnType<typeof setTimeout> | undefined
  let hasHeard = false
  const ending = new AbortController()

  const connect = (): void => {
    if (ending.signal.aborted) return
    source = new EventSource(url)
    source.addEventListener('open', () => {
      // What came or went while nothing was heard; of each plan's revision the server tells by itself.
      if (hasHeard) heard({ type: 'changed_elsewhere', id: '' })
      hasHeard = true
    })
    source.addEventListener('message', ({ data }: MessageEvent<string>) => {
      const { id, revision } = JSON.parse(data) as { id: string; revision?: number }
      heard({ type: 'changed_elsewhere', id, revision })
    })
    source.addEventListener('error', () => {
      // Refused, or nothing to be heard: it does not try again by itself then.
      if (source?.readyState === EventSource.CLOSED) retry = setTimeout(connect, again_ms)
    })
  }

  const lead = (): Promise<void> => {
    connect()
    return new Promise((resolve) => ending.signal.addEventListener('abort', () => resolve()))
  }
  if (navigator.locks) void navigator.locks.request(name, { signal: ending.signal }, lead).catch(() => undefined)
  else void lead()

  return () => {
    ending.abort()
    clearTimeout(retry)
    source?.close()
  }
}
