/** What the month of everyday spending says of a period that begins or ends in another month. */
import { expect, it } from 'vitest'
import { edgeWords } from '../../web/components/everyday/edgeWords.ts'

const words = (planned_cents: number, left_cents: number, edge_cents: number): string | null =>
  edgeWords({ planned_cents, left_cents, edge_cents }, 'USD')

it('says why more is left than was planned: it was not spent in the other month', () => {
  expect(words(31_000, 33_000, 2_000)).toBe(
    'More is left than was planned here: $20.00 was planned for days of the same period in another month and not spent there.',
  )
})

it('says more of what was spent, less of what was not, and nothing where there is no difference', () => {
  expect(words(31_000, 10_000, 2_000)).toMatch(/^\$20\.00 more than planned in a period/)
  expect(words(31_000, 0, -2_000)).toMatch(/^\$20\.00 less than planned in a period/)
  expect(words(31_000, 31_000, 0)).toBe(null)
})
