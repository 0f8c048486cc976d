/** How often the days of a plan are gone through where nothing is said. */
export const usual_runs = 1_000
