/** A plan for other programs, as one text file: everything, a spreadsheet, a calendar, or an accountant's journal. */
import { isPlainDate } from '../calendar.ts'
import { one_year, untilOf } from '../horizon.ts'
import { journalOf } from './journal.ts'
import { writePlanFile } from '../plan-files/plan-file.ts'
import { problem, type Problem } from '../problem.ts'
import { project } from '../projection/project.ts'
import type { Scenario } from '../scenario.ts'
import type { Say } from '../words/words.ts'
import { checkCalendar, checkCsv, checkJournal } from './checkExport.ts'
import { calendarOf } from './ics.ts'
import { csvOf, type CsvReader } from './csv.ts'

export const exportFormats = ['json', 'csv', 'hledger', 'ics'] as const
export type ExportFormat = (typeof exportFormats)[number]

export interface ExportedFile {
  /** With its ending; letters, digits, spaces and hyphens before it. */
  name: string
  media_type: string
  /** Its text, made as it is taken. */
  pieces: Iterable<string>
}

export interface ExportAsked {
  format: ExportFormat
  today: string
  /** How far payments are listed, exclusive; without it a year from the later of today and start_date. */
  until?: string | undefined
  /** The caller's clock, ISO 8601 in UTC. */
  at: string
  /** For whom columns and kinds of a table are called; without it a program. */
  reader?: CsvReader
}

type Exported = { ok: true; file: ExportedFile } | { ok: false; problems: Problem[] }

/** A calendar has all dates of its rows, whatever is asked; what is asked must be dates all the same. */
const notDates = (asked: Pick<ExportAsked, 'today' | 'until'>): Problem[] =>
  (['today', 'until'] as const)
    .filter((name) => asked[name] !== undefined && !isPlainDate(asked[name]))
    .map((name) => problem('date_must_be_a_calendar_day', `/${name}`))

/**
 * Problems are those of `project`, and `answer_is_too_large`. What a person reads in the file is said by `say`; a file of json says
 * nothing.
 */
export function exportPlan(scenario: Scenario, { format, today, until, at, reader }: ExportAsked, say: Say): Exported {
  const base =
    scenario.name
      .replaceAll(/[^\p{L}\p{N}-]+/gu, ' ')
      .trim()
      .slice(0, 80) || say('exports.file')
  const file = (ending: string, media_type: string, pieces: Iterable<string>): Exported => ({
    ok: true,
    file: { name: `${base}.${ending}`, media_type, pieces },
  })
  const refused = (problems: Problem[]): Exported => ({ ok: false, problems })
  switch (format) {
    case 'json':
      return file('json', 'application/json', [writePlanFile([scenario], at)])
    case 'ics': {
      const problems = [...notDates({ today, until }), ...checkCalendar(scenario, { shows_amounts: true })]
      return problems.length > 0
        ? refused(problems)
        : file('ics', 'text/calendar; charset=utf-8', calendarOf(scenario, { shows_amounts: true, today }, say))
    }
  }
  const from = today > scenario.start_date ? today : scenario.start_date
  const projected = project(scenario, { today, until: until ?? untilOf(from, one_year) })
  if (!projected.ok) return projected
  const { projection } = projected
  const problems = format === 'csv' ? checkCsv(projection, say) : checkJournal(projection)
  if (problems.length > 0) return refused(problems)
  return format === 'csv'
    ? file('csv', 'text/csv; charset=utf-8', csvOf(projection, say, reader))
    : file('journal', 'text/plain; charset=utf-8', journalOf(projection, say))
}
