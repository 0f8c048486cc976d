/** What this browser keeps of banks goes along with plans that go from the device to an account, or back: it stays in this browser. */
import { bankTables, type Records } from '../records/records.ts'
import { bankMemory } from './bankMemory.ts'

/** A plan, and what it is where it has gone. */
export interface GonePlan {
  id: string
  there_id: string
}

/** Nothing of `from` is taken away; of a transaction, an answer or a match that `to` has already nothing becomes two. */
export async function bankGoesAlong(
  records: Records,
  { from, to }: { from: string; to: string },
  plans: readonly GonePlan[],
): Promise<void> {
  const there = bankMemory(records, to)
  for (const { shape, file_name, ...account } of await bankMemory(records, from).accounts())
    await there.keep([account], account.currency, shape === undefined ? undefined : { shape, file_name })
  await records.write([...bankTables], async (writing) => {
    for (const told of await writing.list('bank_answers', [from]))
      if (!(await writing.get('bank_answers', [to, told.shape]))) await writing.put('bank_answers', { ...told, owner: to })
    for (const { id, there_id } of plans) {
      const kept = await writing.get('bank_matches', [from, id])
      if (!kept || (await writing.get('bank_matches', [to, there_id]))) continue
      await writing.put('bank_matches', { ...kept, owner: to, scenario_id: there_id })
    }
  })
}
