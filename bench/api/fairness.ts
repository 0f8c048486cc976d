/** One account at full tilt, and what is left for another: the waiting of its reads, beside the same reads on a quiet server. */
import { inTurn, medianRatio, quantile, rounds } from '../measure.ts'
import type { Part } from '../report.ts'
import type { RunResult } from './client.ts'
import { addPeople, createPlans } from './people.ts'
import type { Target } from './plan.ts'
import { startClient, type Served } from './processes.ts'

const eagerConnections = 60
const billsOfLarge = 1_000
/** What the p99 of another's reads may be, in times of its p99 on the quiet server. */
const mostTimes = 3

export interface Neighbours {
  url: string
  authSecret: string
  served: Served
  /** Whose plans are read. */
  others: readonly Target[]
  seconds: number
}

export async function benchFairness({ url, authSecret, served, others, seconds }: Neighbours): Promise<Part> {
  const eager = await addPeople(url, authSecret, 1, billsOfLarge)
  await createPlans(served.address, eager)
  const [reader, writer] = [startClient(others), startClient(eager)]
  const reading = {
    ports: [served.port],
    database: url,
    method: 'GET',
    connections: 1,
    warm_up_ms: 500,
    measured_ms: seconds * 1000,
  } as const
  const read = (): Promise<RunResult> => reader.run(reading)
  let eagerAnswers = 0
  const beside = async (): Promise<RunResult> => {
    // It has begun before the first read that is measured, and goes on beyond the last.
    const busy = writer.run({
      ports: [served.port],
      database: url,
      method: 'both',
      connections: eagerConnections,
      same: true,
      warm_up_ms: 0,
      measured_ms: seconds * 1000 + 1_500,
    })
    const result = await read()
    eagerAnswers += (await busy).answered
    return result
  }
  try {
    const results = await inTurn({ quiet: read, beside })
    const p99 = (side: keyof typeof results): number[] => results[side].map((result) => quantile(result.latencies_ms, 0.99))
    const row = (name: string, side: keyof typeof results): string[] => {
      const all = results[side].flatMap((result) => result.latencies_ms)
      return [name, ...[0.5, 0.9, 0.99].map((share) => `${quantile(all, share).toFixed(1)} ms`)]
    }
    return {
      title: `GET of somebody's plan while one account reads and writes a plan of ${billsOfLarge.toLocaleString('en')} bills on ${eagerConnections} connections`,
      table: [['', 'p50', 'p90', 'p99'], row('quiet', 'quiet'), row('beside the eager account', 'beside')],
      findings: [
        {
          name: 'p99 beside an eager account : quiet p99',
          value: medianRatio(p99('beside'), p99('quiet')),
          unit: '',
          bound: { at: 'most', value: mostTimes },
          from: `median of ${rounds} pairs`,
        },
      ],
      notes: [
        `One connection reads, ${seconds} s each time. The eager account got ${eagerAnswers.toLocaleString('en')} answers in ${rounds} runs; two in three of its requests are reads.`,
      ],
      measured: { p99_quiet_ms: p99('quiet'), p99_beside_ms: p99('beside') },
    }
  } finally {
    await Promise.all([reader.stop(), writer.stop()])
  }
}
