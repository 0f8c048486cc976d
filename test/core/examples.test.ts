/** The examples are read as a diff: `npx vitest run --project core examples -u` writes what the projections say now. */
import { readFileSync, readdirSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { readExample, report } from './exampleFiles.ts'
import { projected } from './projectionPlans.ts'

const folder = new URL('../../core/examples/', import.meta.url).pathname
const examples = readdirSync(folder)
  .filter((name) => name.endsWith('.txt'))
  .sort()
const line = '\n----------\n'

describe('the examples', () => {
  it('are a dozen at least', () => {
    expect(examples.length).toBeGreaterThanOrEqual(12)
  })
  it.each(examples)('%s', async (name) => {
    const [plan] = readFileSync(folder + name, 'utf8').split(line) as [string]
    const example = readExample(plan)
    const said = report(projected(example.scenario, example.today, example.until), example)
    await expect(`${plan.trimEnd()}\n${line}\n${said}`).toMatchFileSnapshot(folder + name)
  })
})
