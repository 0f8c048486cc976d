/** What the chart of five years costs an edit: the same edit with the chart on screen and hidden, in turn; and how long a person waits with it. */
import type { Browser, Page } from 'playwright-core'
import { addDays } from '../../core/calendar.ts'
import { project } from '../../core/projection/project.ts'
import { inTurn, median, rounds } from '../measure.ts'
import type { Finding, Part } from '../report.ts'
import { balanceEdits, sliderTicks, type Change } from './changes.ts'
import { slowed, waitFinding, waitsOf, waitWords, watchInputs } from './frames.ts'
import { openTimePlan, timePlan, timeSlider } from './timePlan.ts'
import { tracedChanges } from './trace.ts'

const kinds = ['balance', 'tick'] as const
type Kind = (typeof kinds)[number]
const words: Record<Kind, string> = { balance: 'the balance', tick: 'a tick of a slider' }

/** Changes of each kind, a round and a side. */
const changesEach = 7
const mostChartMs = 8

const slowTimes = 4
const slowChanges = 60
const mostWaitMs = 66

type Sides = Record<'shown' | 'hidden', number[]>

export async function benchChart(browser: Browser, address: string): Promise<Part> {
  const page = await browser.newPage()
  await watchInputs(page)
  await openTimePlan(page, address)
  await page.getByRole('button', { name: /5 years/ }).click()
  await page.waitForTimeout(2_000)
  const side = (kind: Kind, isShown: boolean) => async (): Promise<number> => {
    await showChart(page, isShown)
    return median(await withChanges(page, kind, changesEach, (changes) => tracedChanges(browser, page, changes)))
  }
  const trace = (kind: Kind): Promise<Sides> => inTurn({ shown: side(kind, true), hidden: side(kind, false) })
  const traced = { balance: await trace('balance'), tick: await trace('tick') }
  await showChart(page, true)
  const waitsFor = (kind: Kind): Promise<number[]> => withChanges(page, kind, slowChanges, (changes) => waitsOf(page, changes))
  const waits = await slowed(page, slowTimes, async () => ({ balance: await waitsFor('balance'), tick: await waitsFor('tick') }))
  await page.close()
  return partOf(traced, waits)
}

async function showChart(page: Page, isShown: boolean): Promise<void> {
  const button = page.getByRole('button', { name: isShown ? 'Show chart' : 'Hide chart' })
  if (await button.isVisible()) await button.click()
  await page.waitForTimeout(500)
}

async function withChanges<T>(page: Page, kind: Kind, count: number, work: (changes: Change[]) => Promise<T>): Promise<T> {
  await page.bringToFront()
  if (kind === 'balance') return work(balanceEdits(page, count))
  const { ticks, release } = await sliderTicks(page, page.getByRole('slider', { name: timeSlider }), count)
  const result = await work(ticks)
  await release()
  return result
}

function partOf(traced: Record<Kind, Sides>, waits: Record<Kind, number[]>): Part {
  const ms = (value: number): string => `${value.toFixed(1)} ms`
  const more = (kind: Kind): number => median(traced[kind].shown.map((value, round) => value - traced[kind].hidden[round]!))
  return {
    title: `The chart of five years: 200 bills, 10 incomes, 20 allocations, ${payments().toLocaleString('en')} payments`,
    table: [
      ['', 'with the chart', 'without'],
      ...kinds.map((kind) => [`main thread, ${words[kind]}`, ms(median(traced[kind].shown)), ms(median(traced[kind].hidden))]),
      ['', 'median and p95', ''],
      ...kinds.map((kind) => [`input to frame at ${slowTimes}× slow-down, ${words[kind]}`, waitWords(waits[kind]), '']),
    ],
    findings: [
      ...kinds.map((kind): Finding => ({
        name: `main thread for the chart, ${words[kind]}`,
        value: more(kind),
        unit: 'ms',
        bound: { at: 'most', value: mostChartMs },
        from: `median of ${rounds} pairs`,
      })),
      ...kinds.map((kind) => waitFinding(words[kind], slowTimes, waits[kind], mostWaitMs)),
    ],
    notes: [
      'Without the chart the page looks ahead only as far as its words need, so the difference is that of counting five years and of drawing them.',
    ],
    measured: { traced, waits },
  }
}

function payments(): number {
  const plan = timePlan()
  const found = project(plan, { today: plan.start_date, until: addDays(plan.start_date, 1_827) })
  return found.ok ? found.projection.events.row.length : 0
}
