/** A plan for other programs, as one text file: everything, a spreadsheet, a calendar, or an accountant's journal. */
import { addDays } from '../calendar.ts'
import { journalOf } from '../journal.ts'
import { writePlanFile } from '../plan-file.ts'
import type { Problem } from '../problem.ts'
import { project } from '../projection/project.ts'
import type { Scenario } from '../scenario.ts'
import { calendarOf } from './ics.ts'
import { csvOf } from './csv.ts'

export const exportFormats = ['json', 'csv', 'hledger', 'ics'] as const
export type ExportFormat = (typeof exportFormats)[number]

export interface ExportedFile {
  /** With its ending; letters, digits, spaces and hyphens before it. */
  name: string
  media_type: string
  text: string
}

export interface ExportAsked {
  format: ExportFormat
  today: string
  /** How far payments are listed, exclusive; without it a year from the later of today and start_date. */
  until?: string | undefined
  /** The caller's clock, ISO 8601 in UTC. */
  at: string
}

const days_listed = 366

/** Problems are those of `project`. */
export function exportPlan(scenario: Scenario, { format, today, until, at }: ExportAsked): { ok: true; file: ExportedFile } | { ok: false; problems: Problem[] } {
  const base = scenario.name.replaceAll(/[^\p{L}\p{N}-]+/gu, ' ').trim().slice(0, 80) || 'plan'
  const file = (ending: string, media_type: string, text: string) => ({ ok: true as const, file: { name: `${base}.${ending}`, media_type, text } })
  if (format === 'json') return file('json', 'application/json', writePlanFile([scenario], at))
  if (format === 'ics') return file('ics', 'text/calendar; charset=utf-8', calendarOf(scenario, { shows_amounts: true }))
  const from = today > scenario.start_date ? today : scenario.start_date
  const projected = project(scenario, { today, until: until ?? addDays(from, days_listed) })
  if (!projected.ok) return projected
  return format === 'csv' ? file('csv', 'text/csv; charset=utf-8', csvOf(projected.projection)) : file('journal', 'text/plain; charset=utf-8', journalOf(projected.projection))
}
