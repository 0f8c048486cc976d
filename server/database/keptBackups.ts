/** Backups made on a schedule into one folder: their names say their time, and of old ones the newest of a day, a week and a month stay. */
import { readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { dayOf } from '../../core/calendar.ts'
import { Refusal } from '../refusal.ts'

/** How many days, weeks and months keep a backup, counted among those that have one. */
export interface Retention {
  days: number
  weeks: number
  months: number
}

export const defaultRetention: Retention = { days: 14, weeks: 8, months: 12 }

const pattern = /^pynance-(\d{4}-\d{2}-\d{2})T(\d{2})(\d{2})(\d{2})Z\.backup$/

/** `at`: ISO 8601 in UTC. */
export const nameOfBackup = (at: string): string => `pynance-${at.slice(0, 19).replaceAll(':', '')}Z.backup`

/** Of the files in a folder, those that are backups of a schedule and need not stay. Any other file is none of its business. */
export function surplusBackups(names: readonly string[], { days, weeks, months }: Retention): string[] {
  const backups = names.flatMap((name) => {
    const day = dayOf(pattern.exec(name)?.[1] ?? '')
    return day === null ? [] : [{ name, day }]
  })
  const newestFirst = backups.sort((one, other) => (one.name < other.name ? 1 : -1))
  const kept = new Set<string>()
  // 1970-01-01 was a Thursday; weeks begin on Mondays.
  const periods: [number, (backup: { name: string; day: number }) => string | number][] = [
    [days, ({ day }) => day],
    [weeks, ({ day }) => Math.floor((day + 3) / 7)],
    [months, ({ name }) => name.slice(8, 15)],
  ]
  for (const [most, periodOf] of periods) {
    const seen = new Set<string | number>()
    for (const backup of newestFirst) {
      const period = periodOf(backup)
      if (seen.has(period) || seen.size >= most) continue
      seen.add(period)
      kept.add(backup.name)
    }
  }
  return newestFirst.filter(({ name }) => !kept.has(name)).map(({ name }) => name)
}

/** After a new one is whole: removes what need not stay, and answers the names. */
export function dropSurplus(folder: string, retention: Retention): string[] {
  const names = readdirSync(folder, { withFileTypes: true }).flatMap((entry) => (entry.isFile() ? [entry.name] : []))
  const surplus = surplusBackups(names, retention)
  for (const name of surplus) rmSync(join(folder, name))
  return surplus
}

/** "14", "14,8" or "14,8,12": days, weeks, months; what is left out is none. */
export function readRetention(text: string): Retention {
  const match = /^(\d{1,4})(?:,(\d{1,4}))?(?:,(\d{1,4}))?$/.exec(text)
  const [days, weeks, months] = [match?.[1], match?.[2], match?.[3]].map((part) => Number(part ?? 0)) as [number, number, number]
  if (!match || days + weeks + months === 0)
    throw new Refusal('--keep names how many days, weeks and months keep a backup, such as --keep 14,8,12, and at least one.')
  return { days, weeks, months }
}
