/** What the first screens say in German: whole sentences, with the order and the cases of the language. */
import { describe, expect, test } from 'vitest'
import type { LowCause } from '../../core/projection/low-reason.ts'
import { lowReasonWords } from '../../web/components/planning/lowReasonWords.ts'
import { isSampleName } from '../../web/components/planning/sampleNames.ts'
import { say } from '../../web/words/say.ts'
import type { Values, WordId } from '../../core/words/words.ts'
import { speaking } from './speaking.ts'

const german = (id: WordId, values: Values = {}): string => speaking('de', () => say(id, values))

describe('the head of the plan in German', () => {
  test('the lowest point has its day, and until when it is watched', () => {
    const lowest = (until: string, day: string, end: string): string => german('common.lowest', { until, amount: '120,00 €', day, end })
    expect(lowest('none', 'today', '.')).toBe('Tiefster Stand: 120,00 € heute.')
    expect(lowest('3. Mai', 'Do., 30. April', ', wegen Miete.')).toBe('Tiefster Stand bis 3. Mai: 120,00 € am Do., 30. April, wegen Miete.')
  })
  test('why it is that low takes the genitive', () => {
    const low = '2026-03-12'
    const rent = { kind: 'bill' as const, name: 'Miete', cents: 1, count: 1, date: low }
    const words = (causes: LowCause[], is_most: boolean, others: number): string =>
      speaking('de', () => lowReasonWords({ since: '2026-03-01', causes, is_most, others }, low, () => '5. März'))
    expect(words([rent], true, 0)).toBe('wegen Miete')
    expect(words([{ ...rent, date: '2026-03-05' }], true, 3)).toBe('vor allem wegen Miete am 5. März')
    expect(words([rent, { ...rent, name: 'Sofa' }], true, 1)).toBe('vor allem wegen Miete und Sofa')
    expect(words([rent], false, 1)).toBe('wegen Miete und eines kleineren Betrags')
    expect(words([rent], false, 11)).toBe('wegen Miete und 11 kleinerer Beträge')
    expect(words([{ ...rent, kind: 'set_aside', name: 'Auto' }], true, 0)).toBe('wegen der Rücklage für Auto')
  })
  test('what can be spent, and what is missing, above zero or the floor', () => {
    expect(german('common.spend', { amount: '50,00 €', floor: 'zero', until: 'none' })).toBe(
      'Du kannst heute 50,00 € ausgeben und bleibst über null.',
    )
    expect(german('common.need', { amount: '50,00 €', floor: '200 €', until: '3. Mai' })).toBe(
      'Dir fehlen 50,00 €, um bis 3. Mai über deinem Mindeststand von 200 € zu bleiben.',
    )
  })
  test('when it first goes below, by how bad that is', () => {
    const first = (level: string): string => german('common.first_below_on', { level, day: 'Do., 5. März' })
    expect(['below_floor', 'below_zero', 'in_pots'].map(first)).toEqual([
      'Am Do., 5. März geht es zum ersten Mal unter deinen Mindeststand',
      'Am Do., 5. März geht es zum ersten Mal unter null',
      'Am Do., 5. März geht es zum ersten Mal ohne das Zurückgelegte unter null',
    ])
  })
  test('what is due is counted', () => {
    expect(german('common.due', { payday: 'Mo., 30. Nov.', amount: '0,00 €', bills: 0, accounts: 0, everyday: 'none' })).toBe(
      'Vor dem Zahltag am Mo., 30. Nov. fällig: 0,00 €',
    )
    expect(german('common.due', { payday: 'none', amount: '9,00 €', bills: 1, accounts: 0, everyday: 'none' })).toBe(
      'In den nächsten 30 Tagen fällig: 9,00 € (1 Ausgabe)',
    )
    expect(german('common.due', { payday: 'none', amount: '9,00 €', bills: 3, accounts: 2, everyday: 'none' })).toBe(
      'In den nächsten 30 Tagen fällig: 9,00 € (3 Zahlungen)',
    )
    expect(german('common.due', { payday: 'none', amount: '9,00 €', bills: 3, accounts: 0, everyday: 'besides' })).toBe(
      'In den nächsten 30 Tagen fällig: 9,00 € (3 Ausgaben und Alltagsausgaben)',
    )
    expect(german('common.due', { payday: 'none', amount: '9,00 €', bills: 0, accounts: 0, everyday: 'only' })).toBe(
      'In den nächsten 30 Tagen fällig: 9,00 € (Alltagsausgaben)',
    )
  })
})

describe('a sentence', () => {
  test('ends once, also after a date that ends with a point', () => {
    expect(german('common.starts', { day: '8. Dez.' })).toBe('Dieser Plan beginnt am 8. Dez.')
    expect(german('plan.low.end', { because: 'wegen Visa am 7. Dez.', level: 'fine', how: '' })).toBe(', wegen Visa am 7. Dez.')
    expect(german('common.starts', { day: '8. Mai' })).toBe('Dieser Plan beginnt am 8. Mai.')
    expect(german('common.one_moment')).toBe('Einen Moment …')
  })
})

describe('the sample', () => {
  test('is known by its name in every language, also where a number was put behind it', () => {
    expect(['Sample plan', 'Beispielplan', 'Beispielplan 2'].map(isSampleName)).toEqual([true, true, true])
    expect(['My sample plan', 'Beispielplan von uns', 'Sample planning'].map(isSampleName)).toEqual([false, false, false])
  })
})
