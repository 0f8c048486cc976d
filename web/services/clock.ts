/** The one place where the web app asks what time it is. Core is always told. */
export interface Clock {
  /** This instant, ISO 8601 in UTC. */
  at(): string
  /** The calendar day where the person is, `YYYY-MM-DD`. */
  today(): string
}

const two = (value: number): string => String(value).padStart(2, '0')

export const systemClock: Clock = {
  at: () => new Date().toISOString(),
  today: () => {
    const now = new Date()
    return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`
  },
}
