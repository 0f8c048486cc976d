import type { ColumnRole, CsvTable } from '../../../core/bank-files/bank-file.ts'
import { roleWords } from '../../../core/bank-files/question-words.ts'
import { say } from '../../words/say.ts'
import { answerAbout } from './importing.ts'
import type { ImportedFile } from './importedFile.ts'

const rowsShown = 6

/** The first rows of a table with what each column was taken for, to be corrected. */
export function ColumnsTable({ file, table }: { file: ImportedFile; table: CsvTable }) {
  const asked = file.read!.understood.find(({ key }) => key === 'columns')
  const columns = asked?.key === 'columns' ? asked : null
  const chosen: ColumnRole[] = columns?.chosen ?? []
  const choose = (column: number, role: ColumnRole): void =>
    void answerAbout(file, {
      columns: Array.from({ length: table.columns }, (_, index) => (index === column ? role : (chosen[index] ?? 'ignored'))),
    })
  const header = file.read!.understood.find(({ key }) => key === 'header_line')?.chosen
  // The names of the columns stand above already.
  const data = table.rows.filter(({ line }) => line !== header).slice(0, rowsShown)
  return (
    <div className="mt-2 overflow-x-auto" tabIndex={0} role="region" aria-label={say('import.columns_of', { file: file.name })}>
      <table className="columns-table">
        <thead>
          <tr>
            {Array.from({ length: table.columns }, (_, column) => (
              <th key={column} scope="col">
                <select
                  className="field"
                  aria-label={columnWords(column, table)}
                  value={chosen[column] ?? 'ignored'}
                  onChange={(event) => choose(column, event.currentTarget.value as ColumnRole)}
                >
                  {columns?.options.map(({ value: role }) => (
                    <option key={role} value={role}>
                      {roleWords(role, say)}
                    </option>
                  ))}
                </select>
                {table.header && <span className="block font-normal">{table.header[column]}</span>}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {data.map((row) => (
            <tr key={row.line}>
              {row.cells.map((cell, column) => (
                // Cells have no name but their place.
                // oxlint-disable-next-line react/no-array-index-key
                <td key={column} data-used={(chosen[column] ?? 'ignored') !== 'ignored' || undefined}>
                  {cell}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {asked?.is_open && chosen.includes('date') && chosen.some((role) => role === 'amount' || role === 'debit' || role === 'credit') && (
        <button type="button" className="button mt-2" onClick={() => void answerAbout(file, { columns: chosen })}>
          {say('import.columns_are_right')}
        </button>
      )}
    </div>
  )
}

function columnWords(column: number, { header }: CsvTable): string {
  const name = header?.[column]
  return name ? say('import.column_named', { nth: column + 1, name }) : say('import.column', { nth: column + 1 })
}
