/** What a browser tells of a fault: where in our scripts, and nothing of what anybody wrote. */
import { describe, expect, test } from 'vitest'
import { crashSchema } from '../../core/contract/crash.ts'
import { crashOf } from '../../web/services/crashes.ts'

const origin = 'https://plan.example.org'

function thrown(name: string, message: string, stack: string): Error {
  return Object.assign(new Error(message), { name, stack: `${name}: ${message}\n${stack}` })
}

const chromium = `    at Zt (${origin}/assets/first-Ab3_x9-Q.js:12:34567)
    at Object.rent (${origin}/assets/BillsView-c0ffee.js:1:99)
    at chrome-extension://abcdef/content.js:1:2
    at https://elsewhere.example/a.js:3:4`
const firefox = `Zt@${origin}/assets/first-Ab3_x9-Q.js:12:34567
rent@${origin}/assets/BillsView-c0ffee.js:1:99
x@moz-extension://abc/content.js:1:2`

describe('a fault is told', () => {
  test.each([
    ['Chromium', chromium],
    ['Firefox', firefox],
  ])('as its name and its places in our scripts, from %s', (_browser, stack) => {
    const crash = crashOf('part', thrown('TypeError', 'amount of "Rent to Mrs. Silva" is 900', stack), origin)
    expect(crash).toEqual({
      kind: 'part',
      name: 'TypeError',
      frames: [
        { file: 'first-Ab3_x9-Q.js', line: 12, column: 34567 },
        { file: 'BillsView-c0ffee.js', line: 1, column: 99 },
      ],
    })
  })

  test.each([
    ['a message that looks like a place', thrown('Error', `${origin}/Rent of 900.js:1:2 x`, '')],
    ['a name that somebody made up', thrown('Rent of 900', '', chromium)],
    ['what is no error', 'Rent of 900'],
    ['nothing', undefined],
    ['hundreds of places', thrown('RangeError', 'x', Array.from({ length: 500 }, () => chromium).join('\n'))],
  ])('so that the server takes it and no word of it is anybody’s: %s', (_what, error) => {
    const crash = crashOf('error', error, origin)
    expect(crashSchema.safeParse(crash).success).toBe(true)
    expect(JSON.stringify(crash)).not.toMatch(/Rent|900/)
  })
})
