/** How many random cases a property is tried on: all of them, or a twentieth where somebody waits (`npm run test:quick`). */
export const runs = (all: number): number => (process.env.QUICK === '1' ? Math.ceil(all / 20) : all)
