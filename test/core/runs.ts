/** How many random cases a property is tried on: all of them, or a tenth where somebody waits (`npm run test:quick`). */
export const runs = (all: number): number => (process.env.QUICK === '1' ? Math.ceil(all / 10) : all)
