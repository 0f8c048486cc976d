import { expect, test } from 'vitest'
import { isOfMode, saidNow, shownOf } from '../../web/components/frame/shownNotices.ts'
import { exportReminder } from '../../web/useCases/exportReminder.ts'
import { speaking } from './speaking.ts'

test('two notices are shown at once: the oldest that waits, and the newest', () => {
  expect(shownOf([])).toEqual([])
  expect(shownOf(['one', 'two'])).toEqual(['one', 'two'])
  expect(shownOf(['one', 'two', 'three', 'four'])).toEqual(['one', 'four'])
})

test('that the browser may clear plans is told of plans in it, in the language of the page, and leaves by itself', () => {
  const reminder = exportReminder()
  expect([isOfMode('local')(reminder), isOfMode('api')(reminder), isOfMode('api')({})]).toEqual([true, false, true])
  expect(saidNow(reminder.text)).toMatch(/^This browser may clear your plans/)
  expect(speaking('de', () => [saidNow(reminder.text), saidNow(reminder.action!.label)])).toEqual([
    'Wenn der Platz knapp wird, kann dieser Browser deine Pläne löschen. Exportiere sie ab und zu in eine Datei.',
    'Exportieren',
  ])
  // A second one takes its place.
  expect([exportReminder().text === reminder.text, reminder.isOffer]).toEqual([true, true])
})
