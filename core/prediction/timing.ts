/**
 * How likely a charge is to land so many days after its nominal day. Banks move what falls on a weekend, most often one way a series,
 * and now and then are a day off; some billers are never quite on the day. All figures are natural logarithms.
 */

/** Which way a series leaves Saturday and Sunday; 'either' while that is not known yet. */
export type Roll = 'none' | 'before' | 'after'
export const rolls: readonly Roll[] = ['none', 'after', 'before']

/** How well a series keeps its day: to the day, to a day or so, or only roughly. */
export const punctualities = ['sharp', 'usual', 'loose'] as const
export type Punctuality = (typeof punctualities)[number]

/** Chance by days late, from 4 early to 4 late. */
const chances: Record<Punctuality, readonly number[]> = {
  sharp: [0.0004, 0.0008, 0.003, 0.028, 0.93, 0.032, 0.004, 0.001, 0.0008],
  usual: [0.002, 0.005, 0.02, 0.08, 0.76, 0.105, 0.02, 0.006, 0.002],
  loose: [0.015, 0.05, 0.12, 0.19, 0.25, 0.19, 0.12, 0.05, 0.015],
}

/** Days that a charge may be early or late and still be of the series. */
export const reach_days = 4

/** Days from a nominal day to where it is moved, by its weekday (0: Monday). */
const moves: Record<Roll, readonly number[]> = {
  none: [0, 0, 0, 0, 0, 0, 0],
  after: [0, 0, 0, 0, 0, 2, 1],
  before: [0, 0, 0, 0, 0, -1, -2],
}
export const moveOf = (roll: Roll, weekday: number): number => moves[roll][weekday]!

const width = 2 * reach_days + 1
const impossible = Math.log(1e-6)

/** Logarithms by weekday of the nominal day × days late. */
export interface TimingTable {
  logs: Float64Array
}
export const timingAt = (table: TimingTable, weekday: number, late: number): number => table.logs[weekday * width + late + reach_days]!

function tableOf(punctuality: Punctuality, ways: readonly Roll[]): TimingTable {
  const logs = new Float64Array(7 * width)
  for (let weekday = 0; weekday < 7; weekday += 1) {
    for (let late = -reach_days; late <= reach_days; late += 1) {
      let chance = 0
      for (const roll of ways) chance += (chances[punctuality][late - moveOf(roll, weekday) + reach_days] ?? 0) / ways.length
      logs[weekday * width + late + reach_days] = chance > 0 ? Math.log(chance) : impossible
    }
  }
  return { logs }
}

/** While the way of rolling is not known. */
export const openTiming = tableOf('usual', rolls)

const tables = Object.fromEntries(
  punctualities.map((punctuality) => [punctuality, Object.fromEntries(rolls.map((roll) => [roll, tableOf(punctuality, [roll])]))]),
) as Record<Punctuality, Record<Roll, TimingTable>>
export const timingOf = (punctuality: Punctuality, roll: Roll): TimingTable => tables[punctuality][roll]
