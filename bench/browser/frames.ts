/** How long a person waits: from an input, as the browser took it, to the frame that shows what came of it. */
import type { Page } from 'playwright-core'
import { median, quantile } from '../measure.ts'
import type { Finding } from '../report.ts'
import type { Change } from './changes.ts'

/**
 * Runs in the page: after each input of a kind, the first frame's work and what it draws are done when a message sent
 * from its animation frame arrives.
 */
function watch(): void {
  const waits: number[] = []
  Object.assign(window, { inputWaits: waits })
  const onInput = (event: Event): void => {
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel()
      port1.addEventListener('message', () => waits.push(performance.now() - event.timeStamp), { once: true })
      port1.start()
      port2.postMessage(null)
    })
  }
  for (const kind of ['keydown', 'pointermove']) addEventListener(kind, onInput, { capture: true })
}

/** Before the page is opened. */
export const watchInputs = (page: Page): Promise<unknown> => page.addInitScript(watch)

/** The waits since the last call, in milliseconds. */
const takeWaits = (page: Page): Promise<number[]> =>
  page.evaluate(() => (window as unknown as { inputWaits: number[] }).inputWaits.splice(0))

/** What some work answers while the page's processor is so many times slower, as on a cheap phone. Other pages are as they were, since a slowed one keeps a core busy. */
export async function slowed<T>(page: Page, times: number, work: () => Promise<T>): Promise<T> {
  const session = await page.context().newCDPSession(page)
  await session.send('Emulation.setCPUThrottlingRate', { rate: times })
  try {
    return await work()
  } finally {
    await session.send('Emulation.setCPUThrottlingRate', { rate: 1 })
    await session.detach()
  }
}

const settleMs = 250

/** Milliseconds from input to frame of each change, one after the other as a person makes them. */
export async function waitsOf(page: Page, changes: readonly Change[]): Promise<number[]> {
  const waits: number[] = []
  for (const { prepare, change } of changes) {
    await prepare()
    await page.waitForTimeout(settleMs)
    await takeWaits(page)
    await change()
    await page.waitForTimeout(settleMs)
    waits.push(...(await takeWaits(page)))
  }
  return waits
}

export const waitWords = (waits: readonly number[]): string => `${median(waits).toFixed(1)} ms, ${quantile(waits, 0.95).toFixed(1)} ms`

/** `what` was changed while the page was `times` slower; 95 of 100 waits are to be at most so long. */
export const waitFinding = (what: string, times: number, waits: readonly number[], mostMs: number): Finding => ({
  name: `p95 from input to frame at ${times}× slow-down, ${what}`,
  value: quantile(waits, 0.95),
  unit: 'ms',
  bound: { at: 'most', value: mostMs },
  from: `${waits.length} changes`,
})
