/**
 * How many random cases a property is tried on: all of them in `npm run test:slow`, in `npm test` a fifth of more than sixty, a twentieth
 * where somebody waits (`npm run test:quick`). test:quick and test:slow draw others each time, see draws.ts.
 */
export const runs = (all: number): number => Math.max(process.env.QUICK === '1' ? 1 : Math.min(all, 60), oneIn(all, 5, 20))

/** The same of properties whose cases take long, or are many: a tenth in `npm test`. */
export const manyRuns = (all: number): number => oneIn(all, 10, 200)

/** How many seeds are gone through, or random cases tried, of what `npm test` has all of: a tenth where somebody waits. */
export const seeded = (all: number): number => (process.env.QUICK === '1' ? Math.ceil(all / 10) : all)

function oneIn(all: number, usual: number, quick: number): number {
  if (process.env.EVERY_CASE === '1') return all
  return Math.ceil(all / (process.env.QUICK === '1' ? quick : usual))
}

/**
 * In how many cases a property has to have said something, where not every case is one of its own: among a twentieth there may be none. What a
 * share of all cases must be at least is multiplied by it.
 */
export const leastSaid = process.env.QUICK === '1' ? 0 : 1
