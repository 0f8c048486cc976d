/** Clashes in words: what each is about, and what either side has there. */
import type { Conflict } from '../../../core/comparison/conflict.ts'
import type { Row } from '../../../core/comparison/content.ts'
import type { ChangeFromDate } from '../../../core/schedule/dated-changes.ts'
import type { DateException, ExceptionField } from '../../../core/schedule/exceptions.ts'
import type { Collection } from '../../../core/scenario.ts'
import { formatDate } from '../../format/date.ts'
import { say } from '../../words/say.ts'
import { changedWords, exceptionWords, fieldWord, rowName, rowWords, fieldValueWords as wordsOf, type Told } from '../compare/fieldWords.ts'

const nowhere: Told = { currency_code: 'USD', bills: [] }

export const listOrderWords = (collection: Collection): string => say(`dialogs.order.${collection}`)

/** What a conflict is about, as a heading. */
export function aboutWords({ about, collection, name, field, date }: Conflict, scenario: Told | null): string {
  const told = scenario ?? nowhere
  if (collection === null) return fieldWord(null, field ?? '')
  const row = name === null ? say(`rows.some.${collection}`) : rowName(collection, name, told)
  switch (about) {
    case 'order':
      return listOrderWords(collection)
    case 'rule':
      return name === null ? say('dialogs.conflict.together') : row
    case 'row':
      return row
    case 'field':
      if (changeField(field))
        return say('dialogs.field_from', { row, field: fieldWord(collection, changeField(field)!), date: formatDate(date!) })
      return `${row}: ${date === null ? fieldWord(collection, field!) : formatDate(date)}`
  }
}

/** What a side of a conflict has there, as a person reads it. */
export function sideWords(conflict: Conflict, side: 'base' | 'mine' | 'theirs', scenario: Told | null): string {
  const { about, collection, field, date } = conflict
  const value = conflict[side]
  const told = scenario ?? nowhere
  if (changeField(field)) {
    const isAsBefore = value === null || (typeof value === 'object' && Object.values(value).every((one) => one === null))
    if (isAsBefore) return say(side === 'base' ? 'dialogs.not_changed_yet' : 'dialogs.as_before')
    return changedWords(changeOf(changeField(field)!, value), told)
  }
  if (date !== null) return dateWords(field as ExceptionField, value, told)
  if (about === 'field') return wordsOf(field!, value, told)
  if (about === 'order') return (value as string[]).map((name) => rowName(collection, name, told)).join(', ')
  if (value === null || value === undefined) return say('dialogs.deleted')
  const rows = (about === 'rule' ? value : [value]) as Row[]
  return rows.length === 0 ? say('dialogs.none_of_them') : rows.map((row) => rowWords(collection!, row, told, true)).join('; ')
}

/** Of a conflict about what is otherwise from a date on, its field. */
const changeField = (field: string | null): string | null => (field?.startsWith('changes/') ? field.slice('changes/'.length) : null)

/** Fields that change together come as a record. */
const changeOf = (field: string, value: unknown): Omit<ChangeFromDate, 'from'> => {
  const named = typeof value === 'object' && value !== null ? Object.entries(value) : [[field, value] as const]
  return Object.fromEntries(named.filter(([, one]) => one !== null))
}

/** What is said of one date: where it falls, what it costs, whether it is paid. Fields that change together come as a record. */
function dateWords(field: ExceptionField, value: unknown, told: Told): string {
  const said = field === 'moved_to' ? (value as DateException) : { [field]: value ?? undefined }
  return exceptionWords(field, said, told)
}
