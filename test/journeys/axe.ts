/** What axe finds wrong on a page. */
import axeCore, { type AxeResults, type NodeResult, type RunOptions } from 'axe-core'
import type { Page } from 'playwright-core'

/** Tags, or rules by their names. */
export type Looked = { tags: string[] } | { rules: string[] }

/** WCAG 2.2 AA, and what is good practice besides. */
export const allRules: Looked = { tags: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] }

interface WithAxe {
  axe?: { run(where: Document | string, options: RunOptions): Promise<AxeResults> }
}

/** What a bar that stays in the window covers comes free by scrolling: a place that is too small there is looked at in the middle of the window too. */
const isSmallAnywhere = (page: Page, { target }: NodeResult): Promise<boolean> =>
  page.evaluate(async (selector) => {
    const { scrollX, scrollY } = window
    document.querySelector(selector)!.scrollIntoView({ block: 'center' })
    const { violations } = await (window as WithAxe).axe!.run(selector, { runOnly: { type: 'rule', values: ['target-size'] } })
    window.scrollTo(scrollX, scrollY)
    return violations.length > 0
  }, target.join(' '))

/** Each place with what is wrong there, as a sentence. axe is put into a page once, however often that is looked at; of what passes nothing is asked. */
export async function violationsOn(page: Page, looked: Looked): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axeCore.source)
  const options: RunOptions = {
    runOnly: 'tags' in looked ? { type: 'tag', values: looked.tags } : { type: 'rule', values: looked.rules },
    resultTypes: ['violations'],
  }
  const { violations } = await page.evaluate((given) => (window as WithAxe).axe!.run(document, given), options)
  const found: string[] = []
  for (const { id, nodes } of violations) {
    for (const node of nodes) {
      if (id === 'target-size' && !(await isSmallAnywhere(page, node))) continue
      found.push(`${id} at ${node.target.join(' ')}: ${[...node.any, ...node.all].map(({ message }) => message).join('; ')}`)
    }
  }
  return found
}
