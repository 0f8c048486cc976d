/** Where a person's plans are kept. */
import type { PersonOptions } from './browser.ts'

export type Place = 'on this device' | 'on the server'

/**
 * What a screen does is the same in both places, and each has suites of its own: `npm test` walks a screen in `first`, and
 * `npm run test:slow` in both.
 */
export function places(first: Place, options: PersonOptions = {}): [Place, PersonOptions][] {
  const both: [Place, PersonOptions][] = [
    ['on this device', options],
    ['on the server', { ...options, account: true }],
  ]
  return process.env.EVERY_CASE === '1' ? both : both.filter(([place]) => place === first)
}
