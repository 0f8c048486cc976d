/** What axe finds wrong on a page. */
import axeCore, { type AxeResults, type RunOptions } from 'axe-core'
import type { Page } from 'playwright-core'

/** Tags, or rules by their names. */
export type Looked = { tags: string[] } | { rules: string[] }

/** WCAG 2.2 AA, and what is good practice besides. */
export const allRules: Looked = { tags: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] }

interface WithAxe {
  axe?: { run(where: Document, options: RunOptions): Promise<AxeResults> }
}

/** Each place with what is wrong there, as a sentence. axe is put into a page once, however often that is looked at; of what passes nothing is asked. */
export async function violationsOn(page: Page, looked: Looked): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axeCore.source)
  const options: RunOptions = {
    runOnly: 'tags' in looked ? { type: 'tag', values: looked.tags } : { type: 'rule', values: looked.rules },
    resultTypes: ['violations'],
  }
  const { violations } = await page.evaluate((given) => (window as WithAxe).axe!.run(document, given), options)
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, any, all }) => `${id} at ${target.join(' ')}: ${[...any, ...all].map(({ message }) => message).join('; ')}`),
  )
}
