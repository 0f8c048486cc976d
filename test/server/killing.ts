/** Kills the app again and again while people write, and counts what it had acknowledged and no longer has. */
import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { databaseProcesses, signUp, startApp, type AppProcess, type Person } from './appProcess.ts'

export interface KillReport {
  kills: number
  /** Kills that took the database's processes with them. */
  with_database: number
  /** Kills before the app had got as far as to listen. */
  while_starting: number
  acknowledged: number
  /** A sentence for each acknowledged write that was not there afterwards, or had become something nobody sent. */
  lost: string[]
}

/** One bill that one writer sets to 1, 2, 3, …; what it holds must lie from the last acknowledged to the last sent. */
export interface Writer {
  scenario: string
  bill: string
  sent: number
  acknowledged: number
}

const writers = 6

/** `random` decides the moments, so that a seed repeats them as far as the machine allows. */
export async function killAgainAndAgain(kills: number, random: () => number): Promise<KillReport> {
  const dataDir = mkdtempSync(join(tmpdir(), 'pynance-kill-'))
  const report: KillReport = { kills: 0, with_database: 0, while_starting: 0, acknowledged: 0, lost: [] }
  let app = startApp(dataDir)
  try {
    let address = await app.address
    const person = await signUp(address)
    const all = await Promise.all(Array.from({ length: writers }, () => newWriter(address, person)))
    for (let turn = 0; report.kills < kills; turn += 1) {
      const withDatabase = turn % 2 === 0
      const writing = all.map((writer) => writeUntilRefused(address, person, writer))
      await sleep(100 + random() * 400)
      await kill(app, dataDir, withDatabase, report)
      report.acknowledged += (await Promise.all(writing)).reduce((sum, count) => sum + count, 0)
      if (random() < 0.2 && report.kills < kills) {
        app = startApp(dataDir)
        await sleep(random() * 600)
        report.while_starting += 1
        await kill(app, dataDir, turn % 2 === 1, report)
      }
      app = startApp(dataDir)
      address = await app.address
      for (const writer of all) report.lost.push(...(await lossOf(address, person, writer)))
    }
    return report
  } finally {
    app.child.kill('SIGTERM')
    await app.ended
    rmSync(dataDir, { recursive: true, force: true })
  }
}

export async function newWriter(address: string, person: Person): Promise<Writer> {
  const created = await person.send(address, 'POST', '/api/planning/', { name: randomUUID() })
  return { scenario: String(created.body.id), bill: randomUUID(), sent: 0, acknowledged: 0 }
}

/** Answers how many writes were acknowledged before the connection broke, or `isOver`. */
export async function writeUntilRefused(
  address: string,
  person: Person,
  writer: Writer,
  isOver: () => boolean = () => false,
): Promise<number> {
  for (let count = 0; ; count += 1) {
    if (isOver()) return count
    const value = (writer.sent += 1)
    try {
      const { status } = await person.send(address, 'PUT', `/api/planning/${writer.scenario}/bills/${writer.bill}`, {
        name: 'Rent',
        amount_cents: value,
      })
      if (status !== 200 && status !== 201) return count
    } catch {
      return count
    }
    writer.acknowledged = value
  }
}

async function kill(app: AppProcess, dataDir: string, withDatabase: boolean, report: KillReport): Promise<void> {
  if (withDatabase) for (const pid of databaseProcesses(dataDir)) killQuietly(pid)
  app.child.kill('SIGKILL')
  await app.ended
  report.kills += 1
  if (withDatabase) report.with_database += 1
}

function killQuietly(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL')
  } catch {
    // It has ended since it was listed.
  }
}

export async function lossOf(address: string, person: Person, writer: Writer): Promise<string[]> {
  const { status, body } = await person.send(address, 'GET', `/api/planning/${writer.scenario}`)
  if (status !== 200) return [`scenario ${writer.scenario} answers ${status}`]
  const found = (body.bills as { id: string; amount_cents: number }[]).find((bill) => bill.id === writer.bill)?.amount_cents ?? 0
  if (found >= writer.acknowledged && found <= writer.sent) return []
  return [`a bill holds ${found}, where ${writer.acknowledged} was acknowledged and ${writer.sent} sent`]
}
