/** What an account at a bank is called: a card only where its file, or the account of the plan it stands for, says that it is one. */
import { expect, it } from 'vitest'
import { accountName } from '../../web/components/import/accountName.ts'
import { speaking } from './speaking.ts'

const masked = { account: '', ends_in: '4411', file_name: 'joint.csv' }
const numbered = { account: '4000123412341188' }

it('is a card where the file or the plan says so, with its whole number or the end of it', () => {
  for (const [one, end] of [
    [masked, '4411'],
    [numbered, '1188'],
  ] as const) {
    expect(accountName(one)).toBe(`Account …${end}`)
    expect(accountName(one, 'checking')).toBe(`Account …${end}`)
    expect(accountName(one, 'card')).toBe(`Card …${end}`)
    expect(accountName({ ...one, kind: 'card' })).toBe(`Card …${end}`)
    expect(accountName({ ...one, kind: 'checking' })).toBe(`Account …${end}`)
    expect(speaking('de', () => accountName({ ...one, kind: 'card' }))).toBe(`Karte …${end}`)
  }
})

it('without a number it is called by its file', () => {
  expect(accountName({ account: '', file_name: 'joint.csv' })).toBe('An account without a number, from joint.csv')
  expect(accountName({ account: '#2', kind: 'card' })).toBe('An account without a number')
})
