/** The changes that are measured, an amount, the balance and a tick of a slider, made as a person makes them. */
import type { Locator, Page } from 'playwright-core'

export interface Change {
  /** Comes before, and is not counted. */
  prepare(): Promise<void>
  /** One key or one move of the mouse. */
  change(): Promise<void>
}

/** Amounts of one bill after the other, each typed and then taken over with Enter, which alone is the change. */
export function amountEdits(page: Page, count: number): Change[] {
  const cell = page.locator('[data-cell="amount_cents"]')
  return Array.from({ length: count }, (_, index) => ({
    prepare: async () => {
      await cell.nth(20 + index).focus()
      await page.keyboard.press('Enter')
      await page.keyboard.type(String(100 + index + (Math.round(performance.now()) % 7_000)))
    },
    change: () => page.keyboard.press('Enter'),
  }))
}

/** One balance after the other, each typed and then taken over with Enter, which alone is the change. */
export function balanceEdits(page: Page, count: number): Change[] {
  const field = page.getByLabel('On hand')
  return Array.from({ length: count }, (_, index) => ({
    prepare: async () => {
      await field.focus()
      await field.selectText()
      await page.keyboard.type(String(10_000 + index + (Math.round(performance.now()) % 7_000)))
    },
    change: () => page.keyboard.press('Enter'),
  }))
}

/** A slider dragged to and fro, and back to where it was before it is let go: every move of the mouse is one tick, none meets the stop. */
export async function sliderTicks(page: Page, slider: Locator, count: number): Promise<{ ticks: Change[]; release(): Promise<void> }> {
  await slider.hover()
  const box = (await slider.boundingBox())!
  const y = box.y + box.height / 2
  const thumb = 20
  // The middle of the thumb travels from half a thumb inside one end to half a thumb inside the other.
  const xOf = (percent: number): number => box.x + thumb / 2 + ((box.width - thumb) * percent) / 100
  const start = Number(await slider.inputValue())
  await page.mouse.move(xOf(start), y)
  await page.mouse.down()
  const ticks = Array.from({ length: count }, (_, index) => ({
    prepare: async () => {},
    change: () => page.mouse.move(xOf(start + 2 + 2 * (index % 10)), y),
  }))
  const release = async (): Promise<void> => {
    await page.mouse.move(xOf(start), y)
    await page.mouse.up()
  }
  return { ticks, release }
}

/** How many elements a change gives another text or attribute; those of the place where it is made are not counted. */
export async function changedCells(page: Page, { prepare, change }: Change, place: string): Promise<number> {
  await prepare()
  await page.evaluate((place) => {
    const changed = new Set<Node>()
    new MutationObserver((records) => {
      for (const { target } of records) {
        const element = target instanceof Element ? target : target.parentElement!
        if (!element.closest(place)) changed.add(element)
      }
    }).observe(document.body, { subtree: true, childList: true, characterData: true, attributes: true })
    Object.assign(window, { changedElements: changed })
  }, place)
  await change()
  await page.waitForTimeout(1_000)
  return page.evaluate(() => {
    const { changedElements } = window as unknown as { changedElements: Set<Element> }
    return changedElements.size
  })
}
