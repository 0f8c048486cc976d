/** What of many runs is said: between which amounts eight of ten lie, and the middle. */

/** Minor units. Eight runs of ten lie from low to high, one below and one above. */
export interface Band {
  low_cents: number
  middle_cents: number
  high_cents: number
}

/** Places among sorted runs: as many are below the low one as above the high one, a tenth of all at most. */
export function bandOf(sorted: Float64Array): Band {
  const outside = Math.floor(sorted.length / 10)
  return { low_cents: sorted[outside]!, middle_cents: sorted[(sorted.length - 1) >> 1]!, high_cents: sorted[sorted.length - 1 - outside]! }
}

/** The bands of days, each by itself. `paths`: of each run its days, one run after the other. */
export function bandsOf(paths: Float64Array, days: number): { low_cents: Float64Array; middle_cents: Float64Array; high_cents: Float64Array } {
  const runs = paths.length / days
  const bands = { low_cents: new Float64Array(days), middle_cents: new Float64Array(days), high_cents: new Float64Array(days) }
  const ofDay = new Float64Array(runs)
  for (let day = 0; day < days; day += 1) {
    for (let run = 0, at = day; run < runs; run += 1, at += days) ofDay[run] = paths[at]!
    const band = bandOf(ofDay.sort())
    bands.low_cents[day] = band.low_cents
    bands.middle_cents[day] = band.middle_cents
    bands.high_cents[day] = band.high_cents
  }
  return bands
}
