/** What a loan's end costs is said with the day from which it is counted, wherever that is not today. */
import { expect, it } from 'vitest'
import { interestFrom } from '../../web/components/accounts/monthInterest.ts'
import { say } from '../../web/words/say.ts'
import { planOf } from '../core/projectionPlans.ts'
import { speaking } from './speaking.ts'

const scenario = planOf({ balance: 0 })
const said = (today: string) => {
  const values = { day: 'Aug 15, 2030', amount: '$1,308.91', cost: '$1,308.91', from: interestFrom({ scenario, today }) }
  return [say('accounts.loan.ends', values), say('accounts.loan.then_ends', values), say('accounts.loan.as_now', values)]
}

it.each([scenario.start_date, '2025-12-01'])('seen on %s a plan has not begun before, and says no day', (today) => {
  expect(said(today)).toEqual([
    'Paid off on Aug 15, 2030, with $1,308.91 of interest until then.',
    'Then it is paid off on Aug 15, 2030, with $1,308.91 of interest.',
    'As it is now, it is paid off on Aug 15, 2030, with $1,308.91 of interest.',
  ])
})

it('one that began before says from when it counts', () => {
  expect(said('2026-02-28')).toEqual([
    'Paid off on Aug 15, 2030, with $1,308.91 of interest from Jan 1 until then.',
    'Then it is paid off on Aug 15, 2030, with $1,308.91 of interest from Jan 1 on.',
    'As it is now, it is paid off on Aug 15, 2030, with $1,308.91 of interest from Jan 1 on.',
  ])
  expect(speaking('de', () => said('2026-02-28')[0])).toMatch(/^Abbezahlt am Aug 15, 2030, mit \$1,308.91 Zinsen vom .* bis dahin\.$/)
})
