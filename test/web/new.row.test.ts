/** Which field of the row to be is marked, and gets the focus, where it can't be added. */
import { expect, it } from 'vitest'
import { wrongField } from '../../web/components/sheet/wrongField.ts'

it('is the first that has a problem: the name, else the amount', () => {
  expect(wrongField({ name: ' ' }, false)).toBe('name')
  expect(wrongField({ name: '' }, true)).toBe('name')
  expect(wrongField({ name: 'Rent' }, false)).toBe('amount')
  expect(wrongField({ name: 'Rent' }, true)).toBe(null)
})
