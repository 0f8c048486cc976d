/** Time on a page's main thread, from Chromium's own trace. */
import type { Browser, Page } from 'playwright-core'

interface TraceEvent {
  name: string
  ph: string
  pid: number
  tid: number
  /** Microseconds by the clock. */
  ts: number
  dur?: number
  /** Microseconds on a processor: what a busy machine does not lengthen. */
  tdur?: number
}

const categories = ['blink.user_timing', 'disabled-by-default-devtools.timeline']

/** Milliseconds a change is given before it counts as over: what is saved or drawn a little later is part of it. */
const settleMs = 400

/**
 * Main-thread milliseconds of each of the changes: all tasks that begin between the change's input and the time it is
 * given to settle. `prepare` comes before each and is not counted.
 */
export async function tracedChanges(
  browser: Browser,
  page: Page,
  changes: readonly { prepare(): Promise<void>; change(): Promise<void> }[],
): Promise<number[]> {
  await browser.startTracing(page, { categories })
  for (const [index, { prepare, change }] of changes.entries()) {
    await prepare()
    await page.waitForTimeout(settleMs)
    await mark(page, `begin ${index}`)
    await change()
    await page.waitForTimeout(settleMs)
    await mark(page, `end ${index}`)
  }
  const { traceEvents } = JSON.parse((await browser.stopTracing()).toString()) as { traceEvents: TraceEvent[] }
  return changes.map((_, index) => mainThreadMs(traceEvents, `begin ${index}`, `end ${index}`))
}

const mark = (page: Page, name: string): Promise<void> => page.evaluate((name) => void performance.mark(name), name)

/** The tasks that lie wholly between two marks; those that set the marks do not. */
function mainThreadMs(events: readonly TraceEvent[], begin: string, end: string): number {
  const marked = (name: string): TraceEvent => {
    const found = events.find((event) => event.name === name && event.ph !== 'e')
    if (!found) throw new Error(`The trace has no mark "${name}".`)
    return found
  }
  const [from, until] = [marked(begin), marked(end)]
  const tasks = events.filter((event) => event.name === 'RunTask' && event.ph === 'X' && event.pid === from.pid && event.tid === from.tid)
  return tasks.filter((task) => task.ts > from.ts && task.ts + task.dur! < until.ts).reduce((sum, task) => sum + task.tdur! / 1000, 0)
}
