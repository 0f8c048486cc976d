/** What was found: a table on the screen, and the same with every single value as JSON in bench/results. */
import { execFileSync } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { cpus, loadavg, release, totalmem } from 'node:os'
import { join } from 'node:path'

/** One figure that has a bound: met or missed. */
export interface Finding {
  name: string
  value: number
  unit: '' | 'ms' | 'kB'
  bound: { at: 'least' | 'most'; value: number }
  /** What the value comes from, in words. */
  from: string
}

export interface Part {
  title: string
  findings: Finding[]
  /** Figures for orientation, a row each; the first row is the heading. */
  table: string[][]
  /** What a reader must know to judge the figures. */
  notes: string[]
  /** Every value measured. */
  measured: unknown
}

export const isMet = ({ value, bound }: Finding): boolean => (bound.at === 'least' ? value >= bound.value : value <= bound.value)

export function print(part: Part): void {
  const lines = [`\n${part.title}`, '', ...aligned(part.table)]
  if (part.findings.length > 0) {
    const rows = part.findings.map((finding) => [
      isMet(finding) ? 'met' : 'MISSED',
      finding.name,
      shown(finding),
      `${finding.bound.at === 'least' ? '≥' : '≤'} ${finding.bound.value}`,
      finding.from,
    ])
    lines.push('', ...aligned(rows))
  }
  lines.push('', ...part.notes.map((note) => `  ${note}`))
  process.stdout.write(`${lines.join('\n')}\n`)
}

const shown = ({ value, unit }: Finding): string => (unit === '' ? value.toFixed(2) : `${value.toFixed(1)} ${unit}`)

/** Columns of text; figures to the right. */
function aligned(rows: string[][]): string[] {
  const widths = rows.reduce<number[]>((most, row) => row.map((cell, column) => Math.max(most[column] ?? 0, cell.length)), [])
  const isFigure = (cell: string): boolean => /^[<≥≤]? ?[\d.,]+ ?(ms|kB|µs|%)?$/.test(cell)
  return rows.map((row) =>
    `  ${row.map((cell, column) => (isFigure(cell) ? cell.padStart(widths[column]!) : cell.padEnd(widths[column]!))).join('  ')}`.trimEnd(),
  )
}

/** Keeps the run; answers the file's path. */
export function keep(parts: readonly Part[], at: Date): string {
  const folder = join(import.meta.dirname, 'results')
  mkdirSync(folder, { recursive: true })
  const path = join(folder, `${at.toISOString().replaceAll(':', '-')}.json`)
  const machine = {
    cores: cpus().length,
    cpu: cpus()[0]?.model,
    memory_bytes: totalmem(),
    system: `${process.platform} ${release()}`,
    node: process.version,
    load_after: loadavg(),
  }
  const found = parts.map((part) => ({ ...part, findings: part.findings.map((finding) => ({ ...finding, met: isMet(finding) })) }))
  writeFileSync(path, `${JSON.stringify({ at: at.toISOString(), version: version(), machine, parts: found }, null, 2)}\n`)
  return path
}

function version(): string | null {
  try {
    return execFileSync('git', ['describe', '--always', '--dirty'], { encoding: 'utf8', cwd: import.meta.dirname }).trim()
  } catch {
    return null
  }
}
