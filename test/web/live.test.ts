/** What is heard of other devices, as a browser's EventSource brings it. */
import { afterEach, expect, test, vi } from 'vitest'
import { hearServer } from '../../web/services/sync/live.ts'

class Source extends EventTarget {
  static readonly CLOSED = 2
  static all: Source[] = []
  readyState = 1
  readonly url: string
  constructor(url: string) {
    super()
    this.url = url
    Source.all.push(this)
  }
  close(): void {
    this.readyState = Source.CLOSED
  }
}

afterEach(() => {
  vi.unstubAllGlobals()
  vi.useRealTimers()
  Source.all = []
})

test('a connection that comes about again looks at the list of plans too, the first one does not; one that was refused is tried again', async () => {
  vi.useFakeTimers()
  vi.stubGlobal('EventSource', Source)
  const heard: unknown[] = []
  const stop = hearServer('/api/events', 'of this test', (message) => heard.push(message))
  await vi.advanceTimersByTimeAsync(0)
  const [source] = Source.all as [Source]
  source.dispatchEvent(new Event('open'))
  expect(heard).toEqual([])
  source.dispatchEvent(new MessageEvent('message', { data: '{"id":"a","revision":3}' }))
  source.dispatchEvent(new Event('open'))
  expect(heard).toEqual([
    { type: 'changed_elsewhere', id: 'a', revision: 3 },
    { type: 'changed_elsewhere', id: '' },
  ])

  source.close()
  source.dispatchEvent(new Event('error'))
  await vi.advanceTimersByTimeAsync(60_000)
  expect(Source.all).toHaveLength(2)
  Source.all[1]!.dispatchEvent(new Event('open'))
  expect(heard).toHaveLength(3)
  stop()
  await vi.advanceTimersByTimeAsync(120_000)
  expect([Source.all.length, Source.all[1]!.readyState]).toEqual([2, Source.CLOSED])
})
