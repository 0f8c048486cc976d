/**
 * What reading bank files takes: CSV beside the parser it is read with, and the largest files there may be, each in a process
 * of its own, since a peak of memory is a process's.
 */
import Papa from 'papaparse'
import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readBankFile } from '../../core/bank-files/readBankFile.ts'
import { inTurn, median, medianRatio } from '../measure.ts'
import type { Part } from '../report.ts'
import { largeFiles, manyLines } from './largeFiles.ts'

const seconds = 5
const megabytes = 256

export interface Taken {
  milliseconds: number
  /** The most the process had, over what it had before it read the file. */
  megabytes: number
  transactions: number
  problems: string[]
}

export function readAlone(text: string): Taken {
  const folder = mkdtempSync(join(tmpdir(), 'pynance-bank-file-'))
  const path = join(folder, 'download')
  writeFileSync(path, text)
  try {
    return JSON.parse(
      execFileSync(process.execPath, [join(import.meta.dirname, 'readOne.ts'), path], { encoding: 'utf8', maxBuffer: 2 ** 26 }),
    ) as Taken
  } finally {
    rmSync(folder, { recursive: true })
  }
}

export async function benchBankFiles(): Promise<Part[]> {
  return [await benchCsv(), benchLargest()]
}

const mainThread = (): number => {
  const { user, system } = process.threadCpuUsage()
  return (user + system) / 1_000
}

/** 26 characters a row, so that a million of them are a file of 25 MiB. */
function csvOf(count: number): Uint8Array {
  const two = (value: number): string => String(value).padStart(2, '0')
  const rows = Array.from(
    { length: count },
    (_, index) =>
      `20${two(index % 26)}-${two(1 + (index % 12))}-${two(1 + (index % 28))},-${index % 97}.${10 + (index % 89)},S ${index % 500}`,
  )
  return new TextEncoder().encode(`Date,Amount,Payee\n${rows.join('\n')}\n`)
}

async function benchCsv(): Promise<Part> {
  const measured: { rows: number; papaparse: number[]; whole: number[] }[] = []
  for (const rows of [10_000, 100_000, 1_000_000]) {
    const bytes = csvOf(rows)
    const timed = (work: () => number) => (): Promise<number> => {
      const begun = mainThread()
      if (work() !== rows) throw new Error(`Not all ${rows} rows were read.`)
      return Promise.resolve(mainThread() - begun)
    }
    const { papaparse, whole } = await inTurn({
      papaparse: timed(() => Papa.parse(new TextDecoder().decode(bytes), { header: false }).data.length - 2),
      whole: timed(() => readBankFile(bytes, 'rows.csv').accounts[0]!.transactions.length),
    })
    measured.push({ rows, papaparse, whole })
  }
  return {
    title: 'Bank files: CSV, beside papaparse alone',
    findings: [],
    table: [
      ['rows', 'papaparse', 'to transactions', 'ratio', 'a row'],
      ...measured.map(({ rows, papaparse, whole }) => [
        String(rows),
        `${median(papaparse).toFixed(0)} ms`,
        `${median(whole).toFixed(0)} ms`,
        medianRatio(whole, papaparse).toFixed(2),
        `${((median(whole) * 1_000) / rows).toFixed(2)} µs`,
      ]),
    ],
    notes: ['Main-thread time on the processor, decoding with it. Papaparse cuts rows and no more. For orientation; no bound.'],
    measured,
  }
}

function benchLargest(): Part {
  const read = (files: Readonly<Record<string, () => string>>) =>
    Object.entries(files).map(([name, text]) => ({ name, ...readAlone(text()) }))
  const [oneLine, more] = [read(largeFiles), read(manyLines)]
  const most = (of: (taken: Taken) => number) => oneLine.reduce((worst, taken) => (of(taken) > of(worst) ? taken : worst))
  const [slowest, largest] = [most((taken) => taken.milliseconds), most((taken) => taken.megabytes)]
  return {
    title: 'Bank files of 25 MiB',
    findings: [
      {
        name: '25 MiB of one line, time',
        value: slowest.milliseconds,
        unit: 'ms',
        bound: { at: 'most', value: seconds * 1_000 },
        from: `the slowest: ${slowest.name}`,
      },
      {
        name: '25 MiB of one line, MB of memory',
        value: largest.megabytes,
        unit: '',
        bound: { at: 'most', value: megabytes },
        from: `the largest: ${largest.name}`,
      },
    ],
    table: [
      ['', 'time', 'MB', 'transactions', 'first problem'],
      ...[...oneLine, ...more].map(({ name, milliseconds, megabytes: mb, transactions, problems }) => [
        name,
        `${milliseconds.toFixed(0)} ms`,
        mb.toFixed(0),
        String(transactions),
        problems[0] ?? '',
      ]),
    ],
    notes: [
      'Each in a process of its own: main-thread time, and the most memory over what Node took before the file was there. Those of many lines have no bound.',
    ],
    measured: { oneLine, more },
  }
}
