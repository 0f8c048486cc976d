/** The one place where the web app asks what time it is. Core is always told. */
export interface Clock {
  /** This instant, ISO 8601 in UTC. */
  at(): string
  /** The calendar day where the person is, `YYYY-MM-DD`. */
  today(): string
}

/** The calendar day of an instant where the person is, `YYYY-MM-DD`. */
export const plainDay = (instant: Date): string =>
  [instant.getFullYear(), instant.getMonth() + 1, instant.getDate()]
    .map((part, index) => String(part).padStart(index === 0 ? 4 : 2, '0'))
    .join('-')

export const systemClock: Clock = {
  at: () => new Date().toISOString(),
  today: () => plainDay(new Date()),
}
