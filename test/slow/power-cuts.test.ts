import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { seeded } from '../server/seeded.ts'
import { whyNoLoopDisk } from './loopDisk.ts'
import { cutAgainAndAgain, type CutReport } from './powerCuts.ts'
import { drawnSeed } from '../draws.ts'

const cuts = Number(process.env.CUTS ?? 200)
const seed = drawnSeed()
const folder = mkdtempSync(join(tmpdir(), 'pynance-cuts-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const reason = whyNoLoopDisk(folder)
if (reason !== null) process.stdout.write(`Power cuts are not tried: no disk can be made of a file here (${reason}).\n`)

const tell = ({ cuts: made, acknowledged, lost }: CutReport): void =>
  void process.stdout.write(`${made} power cuts, ${acknowledged} acknowledged writes, ${lost.length} lost\n`)

test.skipIf(reason !== null)(
  `nothing acknowledged is missing on the disk after any of ${cuts} power cuts under three apps`,
  async () => {
    const told = (report: CutReport): void => (report.cuts % 10 === 0 || report.lost.length > 0 ? tell(report) : undefined)
    const report = await cutAgainAndAgain({ folder: join(folder, 'kept'), cuts, apps: 3, random: seeded(seed), told })
    tell(report)
    expect(report.lost, `SEED=${seed}`).toEqual([])
    expect(report.acknowledged).toBeGreaterThan(cuts)
  },
  // On a machine that does much else one takes half a minute.
  cuts * 60_000 + 600_000,
)

test.skipIf(reason !== null)('a database that syncs nothing loses writes in such cuts, so that they can be found', async () => {
  const settings = { fsync: 'off', full_page_writes: 'off' }
  const { lost } = await cutAgainAndAgain({ folder: join(folder, 'unsynced'), cuts: 5, apps: 1, random: seeded(seed), settings })
  expect(lost.length).toBeGreaterThan(0)
})
