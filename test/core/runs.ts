/** How many random cases a property is tried on: all of them, or a twentieth where somebody waits (`npm run test:quick`). */
export const runs = (all: number): number => (process.env.QUICK === '1' ? Math.ceil(all / 20) : all)

/**
 * The same of properties whose cases take long, or are many: all of them in `npm run test:slow`, a tenth in `npm test`. Each run draws others,
 * so that all are tried over some days.
 */
export const manyRuns = (all: number): number => (process.env.EVERY_CASE === '1' ? all : runs(Math.ceil(all / 10)))

/** In how many cases a property has to have said something, where not every case is one of its own: among a twentieth there may be none. */
export const leastSaid = process.env.QUICK === '1' ? 0 : 1
