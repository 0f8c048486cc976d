import { expect, test } from 'vitest'
import { shownOf } from '../../web/components/frame/shownNotices.ts'

test('two notices are shown at once: the oldest that waits, and the newest', () => {
  expect(shownOf([])).toEqual([])
  expect(shownOf(['one', 'two'])).toEqual(['one', 'two'])
  expect(shownOf(['one', 'two', 'three', 'four'])).toEqual(['one', 'four'])
})
