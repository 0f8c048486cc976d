/** What one changed amount writes into PostgreSQL's write-ahead log, which is what its disk has to take. */
import { randomUUID } from 'node:crypto'
import { median } from '../measure.ts'
import type { Part } from '../report.ts'
import { addPeople, asOwner, createPlans } from './people.ts'
import { allocationsEach, billsEach, editBody, goalsEach, incomesEach, type Target } from './plan.ts'
import type { Served } from './processes.ts'

const edits = 200
/** Edits before them: as many as revisions are kept, so that each counted one lets an old one go, as it does from then on. */
const editsBefore = 250
const mostKb = 6

/** Of a plan of somebody's own, which is changed by single edits alone: revisions that replaced whole lists weigh on those who let them go. */
export async function benchLog({ url, served, authSecret }: { url: string; served: Served; authSecret: string }): Promise<Part> {
  const [target] = await addPeople(url, authSecret, 1)
  await createPlans(served.address, [target!])
  for (let turn = 1; turn <= editsBefore; turn += 1) await change(served, target!, turn)
  const position = (): Promise<number> =>
    asOwner(url, async (client) =>
      Number((await client.query<{ bytes: string }>(`select pg_wal_lsn_diff(pg_current_wal_insert_lsn(), '0/0') as bytes`)).rows[0]!.bytes),
    )
  const sizes: number[] = []
  await asOwner(url, (client) => client.query('checkpoint'))
  let before = await position()
  for (let turn = 1; turn <= edits; turn += 1) {
    await change(served, target!, editsBefore + turn)
    const after = await position()
    sizes.push((after - before) / 1000)
    before = after
  }
  const mean = sizes.reduce((sum, kb) => sum + kb, 0) / edits
  return {
    title: `The log of one changed amount in a plan of ${billsEach + incomesEach + allocationsEach + goalsEach} rows`,
    table: [
      ['', 'kB'],
      ['mean', mean.toFixed(1)],
      ['median', median(sizes).toFixed(1)],
      ['largest', Math.max(...sizes).toFixed(1)],
      ['the first after a checkpoint', sizes[0]!.toFixed(1)],
    ],
    findings: [
      {
        name: 'log of one changed amount',
        value: mean,
        unit: 'kB',
        bound: { at: 'most', value: mostKb },
        from: `mean of ${edits} edits after a checkpoint, ${editsBefore} before it`,
      },
    ],
    notes: [
      'Counted as PostgreSQL counts (pg_current_wal_insert_lsn), with full_page_writes on: the first change of a page after a checkpoint writes the whole page, and these are in the mean.',
      'In it are also the whole states that are kept now and then, the pruning, and whatever the server logs meanwhile.',
    ],
    measured: { kb: sizes },
  }
}

async function change({ address }: Served, target: Target, turn: number): Promise<void> {
  const headers = { cookie: target.cookie, origin: address, 'content-type': 'application/json', 'idempotency-key': `"${randomUUID()}"` }
  const answer = await fetch(`${address}/api/planning/${target.scenario_id}/edits`, {
    method: 'POST',
    headers,
    body: JSON.stringify(editBody(target, 1_000_000 + turn)),
  })
  if (answer.status !== 200) throw new Error(`Our app answered ${answer.status} to an edit: ${await answer.text()}`)
}
