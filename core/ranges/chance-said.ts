/** How often something happens, as people say it. */

/** `one_in`: about once in so many times. `in_ten`: about so many times in ten. */
export type ChanceSaid = { how: 'never' | 'hardly' | 'nearly_always' | 'always' } | { how: 'one_in' | 'in_ten'; times: number }

const ones = [2, 3, 4, 5, 6, 8, 10, 12, 15, 20, 25, 30, 40, 50, 70, 100] as const

/** Of so many runs. Never and always mean of these runs; below one in a hundred is hardly ever. */
export function chanceSaid(happened: number, runs: number): ChanceSaid {
  if (happened === 0) return { how: 'never' }
  if (happened === runs) return { how: 'always' }
  if (happened * 100 < runs) return { how: 'hardly' }
  if (happened * 100 > runs * 98) return { how: 'nearly_always' }
  if (happened * 10 >= runs * 6) return { how: 'in_ten', times: Math.max(6, Math.min(9, Math.floor((happened * 10 + runs / 2) / runs))) }
  // The nearest by what it says the chance is.
  const off = (times: number): number => Math.abs(happened * times - runs) / times
  return { how: 'one_in', times: ones.reduce((best, times) => (off(times) < off(best) ? times : best)) }
}
