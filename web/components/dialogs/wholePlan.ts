/** All that a plan says, in words: its own fields, and every row with whatever it has beside its name. */
import { fieldGroups, groupValue, nameOf, rowGroups } from '../../../core/comparison/content.ts'
import { collections, type Collection, type Scenario } from '../../../core/scenario.ts'
import { fieldValueWords, fieldWord, rowName } from '../compare/fieldWords.ts'

export interface ToldRow {
  id: string
  name: string
  /** A field and what it holds, by turns. */
  fields: { word: string; value: string }[]
}

/** Nothing is said by what holds nothing, or is as it is where nobody has said otherwise. */
const saysNothing = (value: unknown): boolean =>
  value === null ||
  value === false ||
  (typeof value === 'object' && Object.values(value as object).every((part) => part === null || part === false))

/** The fields of the plan itself, in their order. */
export const planFields = (scenario: Scenario): ToldRow['fields'] =>
  Object.entries(fieldGroups).flatMap(([field, group]) =>
    field === 'name' ? [] : [{ word: fieldWord(null, field), value: fieldValueWords(field, groupValue(scenario, group), scenario) }],
  )

/** Its lists that have rows, each row with all of its fields that say something. */
export const planRows = (scenario: Scenario): { collection: Collection; rows: ToldRow[] }[] =>
  collections.flatMap((collection) => {
    const rows = scenario[collection].map((row): ToldRow => {
      const fields = rowGroups[collection].flatMap((group) => {
        const field = group.at(-1)!
        const value = groupValue(row, group)
        if (field === 'name' || field === 'target' || saysNothing(value)) return []
        return [{ word: fieldWord(collection, field), value: fieldValueWords(field, value, scenario) }]
      })
      return { id: row.id, name: rowName(collection, nameOf(row), scenario), fields }
    })
    return rows.length === 0 ? [] : [{ collection, rows }]
  })
