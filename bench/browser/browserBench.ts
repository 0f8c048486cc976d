/**
 * An amount in the sheet and a tick of a slider on the plan's page, with 200 bills, in Chromium: main-thread time beside that of
 * a bare React list with as many changed cells, and how long a person with a slow processor waits for the frame.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium, type Browser, type Page } from 'playwright-core'
import { findChromium } from '../../scripts/chromium.ts'
import { inTurn, median, medianRatio, rounds } from '../measure.ts'
import type { Finding, Part } from '../report.ts'
import { amountEdits, changedCells, sliderTicks, type Change } from './changes.ts'
import { benchChart } from './chartBench.ts'
import { slowed, waitFinding, waitsOf, waitWords, watchInputs } from './frames.ts'
import { buildPages, servePage } from './pages.ts'
import { billCount, seedPlan, sliderName } from './plan.ts'
import { tracedChanges } from './trace.ts'

const kinds = ['edit', 'tick'] as const
type Kind = (typeof kinds)[number]
const words: Record<Kind, string> = { edit: 'an amount', tick: 'a tick of a slider' }

/** Milliseconds of each round. */
type Traced = Record<'ours' | 'bare', number[]>

/** Changes of each kind, a round and a side. */
const changesEach = 7
const mostTimesBare = 2

const slowTimes = 4
const slowChanges = 60
const mostWaitMs = 50

const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

export async function benchBrowser(): Promise<Part[]> {
  const executablePath = findChromium()
  if (!executablePath) throw new Error('The browser’s part needs Chromium or Chrome. Install it, or set CHROMIUM_PATH to one.')
  const folder = mkdtempSync(join(tmpdir(), 'pynance-bench-'))
  const built = await buildPages(folder)
  const served = { ours: await servePage(built.ours), bare: await servePage(built.bare) }
  const browser = await chromium.launch({ executablePath, args: flags })
  try {
    const ours = { edit: await openSheet(browser, served.ours.address), tick: await openPlan(browser, served.ours.address) }
    const cells = await cellsChanged(ours)
    const bare = await openBare(browser, served.bare.address, cells)
    const trace = (kind: Kind): Promise<Traced> =>
      inTurn({ ours: () => mainThread(browser, ours[kind], kind), bare: () => mainThread(browser, bare, kind) })
    const traced = { edit: await trace('edit'), tick: await trace('tick') }
    const bareWaits = await slowWaits({ edit: bare, tick: bare })
    await bare.close()
    const changes = partOf(traced, { ours: await slowWaits(ours), bare: bareWaits }, cells, browser.version())
    await Promise.all(kinds.map((kind) => ours[kind].close()))
    return [changes, await benchChart(browser, served.ours.address)]
  } finally {
    await browser.close()
    served.ours.stop()
    served.bare.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}

async function openOurs(browser: Browser, address: string): Promise<Page> {
  const page = await browser.newPage()
  await seedPlan(page)
  await watchInputs(page)
  await page.goto(address)
  return page
}

async function openSheet(browser: Browser, address: string): Promise<Page> {
  const page = await openOurs(browser, `${address}/bills`)
  await page
    .locator('[data-cell="amount_cents"]')
    .nth(billCount - 1)
    .waitFor()
  await page.waitForTimeout(2_000)
  return page
}

/** The plan's page without its chart, which has a part of its own. */
async function openPlan(browser: Browser, address: string): Promise<Page> {
  const page = await openOurs(browser, address)
  await page.getByRole('slider', { name: sliderName }).waitFor()
  await page.getByRole('button', { name: 'Hide chart' }).click()
  await page.waitForTimeout(2_000)
  return page
}

async function openBare(browser: Browser, address: string, cells: Record<Kind, number>): Promise<Page> {
  const page = await browser.newPage()
  await watchInputs(page)
  await page.goto(`${address}/?edit=${cells.edit}&tick=${cells.tick}`)
  await page
    .locator('[data-cell]')
    .nth(billCount - 1)
    .waitFor()
  return page
}

/** Hands the changes of a kind to some work, a page's slider held down meanwhile. */
async function withChanges<T>(page: Page, kind: Kind, count: number, work: (changes: Change[]) => Promise<T>): Promise<T> {
  await page.bringToFront()
  if (kind === 'edit') return work(amountEdits(page, count))
  const slider = page.getByRole('slider', { name: sliderName }).or(page.locator('body > #root > input[type=range]'))
  const { ticks, release } = await sliderTicks(page, slider, count)
  const result = await work(ticks)
  await release()
  return result
}

async function cellsChanged(pages: Record<Kind, Page>): Promise<Record<Kind, number>> {
  const counted = { edit: 0, tick: 0 }
  for (const kind of kinds) {
    counted[kind] = await withChanges(pages[kind], kind, 1, ([change]) =>
      changedCells(pages[kind], change!, '[data-row], input[type=range]'),
    )
  }
  return counted
}

/** Milliseconds of a change: the median of a round. */
const mainThread = async (browser: Browser, page: Page, kind: Kind): Promise<number> =>
  median(await withChanges(page, kind, changesEach, (changes) => tracedChanges(browser, page, changes)))

async function slowWaits(pages: Record<Kind, Page>): Promise<Record<Kind, number[]>> {
  const waits = (kind: Kind): Promise<number[]> =>
    slowed(pages[kind], slowTimes, () => withChanges(pages[kind], kind, slowChanges, (changes) => waitsOf(pages[kind], changes)))
  return { edit: await waits('edit'), tick: await waits('tick') }
}

function partOf(
  traced: Record<Kind, Traced>,
  waits: Record<'ours' | 'bare', Record<Kind, number[]>>,
  cells: Record<Kind, number>,
  version: string,
): Part {
  const ms = (value: number): string => `${value.toFixed(1)} ms`
  return {
    title: `In Chromium ${version}, ${billCount} bills`,
    table: [
      ['', 'our page', 'bare list', 'other cells changed'],
      ...kinds.map((kind) => [
        `main thread, ${words[kind]}`,
        ms(median(traced[kind].ours)),
        ms(median(traced[kind].bare)),
        String(cells[kind]),
      ]),
      ['', 'our page, median and p95', 'bare list, median and p95', 'changes'],
      ...kinds.map((kind) => [
        `input to frame at ${slowTimes}× slow-down, ${words[kind]}`,
        waitWords(waits.ours[kind]),
        waitWords(waits.bare[kind]),
        String(waits.ours[kind].length),
      ]),
    ],
    findings: [
      ...kinds.map((kind): Finding => ({
        name: `main thread, ${words[kind]}: our page : bare list`,
        value: medianRatio(traced[kind].ours, traced[kind].bare),
        unit: '',
        bound: { at: 'most', value: mostTimesBare },
        from: `median of ${rounds} pairs`,
      })),
      ...kinds.map((kind) => waitFinding(words[kind], slowTimes, waits.ours[kind], mostWaitMs)),
    ],
    notes: [
      'Both pages are production builds. Main thread: all tasks from the input until 0.4 s after it, so that saving is counted too, in time on a processor; the median of each round’s seven changes.',
      'The bare list is 200 memoised rows of React without style, rules, undo or saving, in which as many cells change as on our page.',
    ],
    measured: { traced, waits, cells },
  }
}
