/**
 * Where random cases begin. `npm test` says DRAWS, the same each time, so that what fails for one fails for everybody who tries it. Without it, as in `npm run test:slow` or when a file is run alone, each run draws others.
 */
export const drawn = (below: number): number =>
  process.env.DRAWS === undefined ? Math.floor(Math.random() * below) : Number(process.env.DRAWS) % below

/** Repeats a run, where SEED says which. */
export const drawnSeed = (): number => Number(process.env.SEED ?? drawn(2 ** 30))
