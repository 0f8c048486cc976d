/** What of many runs is said: between which amounts eight of ten lie, and the middle. */

/** Minor units. Eight runs of ten lie from low to high, one below and one above. */
export interface Band {
  low_cents: number
  middle_cents: number
  high_cents: number
}

/**
 * Places among the runs in order: as many are below the low one as above the high one, a tenth of all at most. The runs are put in another
 * order.
 */
export function bandOf(runs: Float64Array): Band {
  const last = runs.length - 1
  const outside = Math.floor(runs.length / 10)
  const middle = last >> 1
  placed(runs, middle, 0, last)
  placed(runs, outside, 0, middle)
  placed(runs, last - outside, middle, last)
  return { low_cents: runs[outside]!, middle_cents: runs[middle]!, high_cents: runs[last - outside]! }
}

/** Puts what belongs at a place there, none that is more before it and none that is less after it: three places need no whole order. */
function placed(values: Float64Array, place: number, from: number, to: number): void {
  let [low, high] = [from, to]
  while (low < high) {
    const [first, middle, last] = [values[low]!, values[(low + high) >> 1]!, values[high]!]
    const pivot = Math.max(Math.min(first, middle), Math.min(Math.max(first, middle), last))
    let [left, right] = [low, high]
    while (left <= right) {
      while (values[left]! < pivot) left += 1
      while (values[right]! > pivot) right -= 1
      if (left > right) break
      const other = values[left]!
      values[left] = values[right]!
      values[right] = other
      left += 1
      right -= 1
    }
    if (place <= right) high = right
    else if (place >= left) low = left
    else return
  }
}

/** The bands of days, each by itself. `paths`: of each run its days, one run after the other. */
export function bandsOf(
  paths: Float64Array,
  days: number,
): { low_cents: Float64Array; middle_cents: Float64Array; high_cents: Float64Array } {
  const runs = paths.length / days
  const bands = { low_cents: new Float64Array(days), middle_cents: new Float64Array(days), high_cents: new Float64Array(days) }
  const ofDay = new Float64Array(runs)
  for (let day = 0; day < days; day += 1) {
    for (let run = 0, at = day; run < runs; run += 1, at += days) ofDay[run] = paths[at]!
    const band = bandOf(ofDay)
    bands.low_cents[day] = band.low_cents
    bands.middle_cents[day] = band.middle_cents
    bands.high_cents[day] = band.high_cents
  }
  return bands
}
