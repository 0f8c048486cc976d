/** Whatever two plans differ in is told in words: no field goes by its name on the wire, no record by what JavaScript makes of it. */
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { fieldGroups, groupValue, rowGroups } from '../../core/comparison/content.ts'
import { limits } from '../../core/limits.ts'
import { collections } from '../../core/scenario.ts'
import { fieldWord, fieldValueWords } from '../../web/components/compare/fieldWords.ts'
import { anyAccountsPlan } from '../core/accountPlans.ts'
import { runs } from '../core/runs.ts'

it('every field that may differ has a name', () => {
  for (const group of Object.keys(fieldGroups)) expect(fieldWord(null, group)).not.toBe(group)
  for (const collection of collections) {
    for (const group of rowGroups[collection])
      expect(fieldWord(collection, group.at(-1)!), `${collection}: ${group.at(-1)!}`).not.toContain('_')
  }
})

it('a rate is told exactly, whichever it is', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: limits.rate_basis_points }), (rate_basis_points) => {
      const told = fieldValueWords('interest', { rate_basis_points }, { currency_code: 'USD', bills: [] })
      const [, percent] = /^([\d,.]+)% a year$/.exec(told)!
      expect(Math.round(Number(percent!.replaceAll(',', '')) * 100)).toBe(rate_basis_points)
    }),
    { numRuns: runs(60), examples: [[690], [1_899], [700]] },
  )
})

it('what it holds is told in words, of any plan', () => {
  fc.assert(
    fc.property(anyAccountsPlan, (scenario) => {
      for (const collection of collections) {
        for (const row of scenario[collection]) {
          for (const group of rowGroups[collection])
            expect(fieldValueWords(group.at(-1)!, groupValue(row, group), scenario)).not.toMatch(/\[object|undefined|NaN|_/)
        }
      }
    }),
    { numRuns: runs(60) },
  )
})
