/** Cuts the power of a disk again and again while people write through several apps, and counts what was acknowledged and is not on it. */
import { randomUUID } from 'node:crypto'
import { mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { socketDir } from '../../server/database/dataDir.ts'
import { startEmbedded } from '../../server/database/embedded.ts'
import { databaseProcesses, signUp, startApp, type AppProcess, type Person } from '../server/appProcess.ts'
import { lossOf, newWriter, writeUntilRefused, type Writer } from '../server/killing.ts'
import { newLoopDisk } from './loopDisk.ts'

export interface CutReport {
  cuts: number
  /** Writes that were acknowledged by the last cut. */
  acknowledged: number
  /** A sentence for each acknowledged write that a disk did not have, or that had become something nobody sent. */
  lost: string[]
}

interface Cutting {
  folder: string
  cuts: number
  apps: number
  random: () => number
  /** Settings of the database over ours. */
  settings?: Record<string, string>
  /** Hears of each cut, so that a run that is broken off has told how far it came. */
  told?: (report: CutReport) => void
}

const writersOfAnApp = 3
const secret = 'the same for every app of these power cuts'

/** One history of writes and many cuts in it: each leaves an image, which is started from and looked at while all else stands still. */
export async function cutAgainAndAgain({ folder, cuts, apps, random, settings = {}, told }: Cutting): Promise<CutReport> {
  const report: CutReport = { cuts: 0, acknowledged: 0, lost: [] }
  const disk = newLoopDisk(join(folder, 'of-all'))
  const dataDir = join(disk.path, 'data')
  const places = Array.from({ length: apps + 1 }, (_, nth) => join(folder, `app-${nth}`))
  for (const place of places) mkdirSync(place)
  const database = await startEmbedded({ dataDir, settings })
  const start = (place: string, url: string): AppProcess => startApp(place, { DATABASE_URL: url, AUTH_SECRET: secret })
  const started = places.slice(1).map((place) => start(place, database.url))
  let isOver = false
  let standing: number[] = []
  try {
    const addresses = await Promise.all(started.map(({ address }) => address))
    const person = await signUp(addresses[0]!)
    const writers = await Promise.all(
      Array.from({ length: apps * writersOfAnApp }, async (_, nth) => ({
        address: addresses[nth % apps]!,
        writer: await newWriter(addresses[nth % apps]!, person),
      })),
    )
    const writing = writers.map(async ({ address, writer }) => {
      while (!isOver) await writeUntilRefused(address, person, writer, () => isOver)
    })
    while (report.cuts < cuts) {
      await sleep(50 + random() * 500)
      const all = [...started.map(({ child }) => child.pid!), ...databaseProcesses(dataDir)]
      signal(all, 'SIGSTOP')
      standing = all
      // What an answer says that has not been read yet counts as not acknowledged.
      const atCut = writers.map(({ writer }) => ({ ...writer }))
      const image = disk.cut(join(folder, `cut-${randomUUID()}`))
      report.cuts += 1
      report.acknowledged = atCut.reduce((sum, { acknowledged }) => sum + acknowledged, 0)
      report.lost.push(...(await lostOn(join(image.path, 'data'), (url) => start(places[0]!, url), person, atCut)))
      image.gone()
      told?.(report)
      signal(all, 'SIGCONT')
    }
    isOver = true
    await Promise.all(writing)
    return report
  } finally {
    isOver = true
    signal(standing, 'SIGCONT')
    for (const { child, ended } of started) {
      child.kill('SIGTERM')
      await ended
    }
    await database.stop()
    disk.gone()
  }
}

function signal(processes: readonly number[], name: NodeJS.Signals): void {
  for (const pid of processes) {
    try {
      process.kill(pid, name)
    } catch {
      // It has ended since it was listed.
    }
  }
}

/** Starts from an image as a machine would that has power again. */
async function lostOn(dataDir: string, start: (url: string) => AppProcess, person: Person, atCut: readonly Writer[]): Promise<string[]> {
  // They name processes that would be gone with the power, and are still here.
  for (const path of [join(dataDir, 'postgres', 'postmaster.pid'), join(socketDir(dataDir), '.s.PGSQL.5432.lock')])
    rmSync(path, { force: true })
  const database = await startEmbedded({ dataDir }).catch((error: Error) => error)
  if (database instanceof Error) return [`the database does not start: ${database.message}`]
  const app = start(database.url)
  try {
    const address = await app.address
    return (await Promise.all(atCut.map((writer) => lossOf(address, person, writer)))).flat()
  } catch (error) {
    return [`the app does not start: ${(error as Error).message}`]
  } finally {
    app.child.kill('SIGTERM')
    await app.ended
    await database.stop()
  }
}
