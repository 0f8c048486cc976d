import { say } from '../../words/say.ts'
import type { Filter } from './sheetOrder.ts'

interface Props {
  filter: Filter
  onFilter: (filter: Filter) => void
  categories: readonly string[]
  /** How many rows there are in all. */
  rows: number
}

/** So many rows are seen at a glance. */
const rowsAtAGlance = 8

/** Which rows are shown; the way to the second sheet when the first is long. */
export function SheetFilter({ filter, onFilter, categories, rows }: Props) {
  const isFiltering = filter.text !== '' || filter.category !== null
  if (rows <= rowsAtAGlance && !isFiltering) return null
  return (
    <div
      role="search"
      aria-label={say('bills.search')}
      className="no-print flex max-w-full flex-wrap items-center gap-x-3 gap-y-2 text-sm text-quiet"
    >
      {rows > 5 * rowsAtAGlance && (
        <a href="#incomes-heading" className="min-h-6 text-accent underline underline-offset-4">
          {say('bills.to_income')}
        </a>
      )}
      <label className="flex items-center gap-2">
        {say('bills.find')}
        <input
          type="search"
          className="field w-28 sm:w-40"
          value={filter.text}
          onChange={(event) => onFilter({ ...filter, text: event.currentTarget.value })}
        />
      </label>
      {categories.length > 1 && (
        <span className="flex min-w-0 items-center gap-2">
          {say('bills.find_in')}
          <select
            className="field w-auto max-w-full sm:max-w-56"
            aria-label={say('bills.category_shown')}
            value={filter.category === null ? 'all' : `=${filter.category}`}
            onChange={(event) =>
              onFilter({ ...filter, category: event.currentTarget.value === 'all' ? null : event.currentTarget.value.slice(1) })
            }
          >
            <option value="all">{say('bills.all_categories')}</option>
            {categories.map((category) => (
              <option key={category} value={`=${category}`}>
                {category}
              </option>
            ))}
            <option value="=">{say('bills.of_no_category')}</option>
          </select>
        </span>
      )}
    </div>
  )
}
