import { describe, expect, it } from 'vitest'
import { predictBills } from '../../../core/prediction/predictBills.ts'
import { confidenceWords } from '../../../core/prediction/confidence-words.ts'
import { reasonFor, reasonWords, ruleWords } from '../../../core/prediction/reasons.ts'
import { english, sayingIn } from '../../../server/words/words.ts'
import { charges, datesOf, monthly, today } from './charges.ts'

const dollars = (cents: number): string => `$${(cents / 100).toFixed(2)}`

describe('the reason of a proposal', () => {
  it('says how many charges, since when, on which days, and the last amount', () => {
    const dates = monthly('2025-07-03').map((date, nth) => date.replace(/-03$/, ['-03', '-04', '-03', '-05'][nth % 4]!))
    const paid = charges('Video Club', dates, 1_549)
    const [proposal] = predictBills(paid, today)
    const reason = reasonFor(proposal!, paid)
    expect(reason).toEqual({
      direction: 'out',
      charges: 12,
      first_date: '2025-07-03',
      last_date: '2026-06-05',
      last_cents: 1_549,
      kept: { days: [3, 5] },
      missed: 0,
      rare: null,
      because: null,
      was: null,
      price_change: null,
    })
    expect(reasonWords(reason, english, dollars)).toBe('12 charges since 2025-07-03, always between the 3rd and the 5th, last $15.49')
  })

  it('names the weekday of what comes by the week, and what is missing', () => {
    const paid = charges(
      'Employer',
      datesOf({ every: 2, unit: 'week' }, '2025-12-04').filter((date) => date !== '2026-02-26'),
      -210_000,
    )
    const [proposal] = predictBills(paid, today)
    expect(reasonWords(reasonFor(proposal!, paid), english, dollars)).toBe(
      '14 payments since 2025-12-04, always on a Thursday, 1 missed, last $2100.00',
    )
  })

  it('tells the latest change of price', () => {
    const paid = charges('Spotify', monthly('2025-07-12'), (nth) => (nth < 7 ? 999 : 1_099))
    const [proposal] = predictBills(paid, today)
    expect(reasonWords(reasonFor(proposal!, paid), english, dollars)).toBe(
      '12 charges since 2025-07-12, always on the 12th, $9.99 became $10.99 on 2026-02-12',
    )
  })

  it('calls one high bill no change of price, whether it is the last or was long ago', () => {
    const words = (amountOf: (nth: number) => number): string => {
      const paid = charges('Spotify', monthly('2025-07-12'), amountOf)
      const [proposal] = predictBills(paid, today)
      return reasonWords(reasonFor(proposal!, paid), english, dollars)
    }
    expect(words((nth) => (nth === 11 ? 1_299 : 999))).toBe('12 charges since 2025-07-12, always on the 12th, last $12.99')
    expect(words((nth) => (nth === 5 ? 1_299 : 999))).toMatch(/last \$9\.99$/)
    expect(words((nth) => (nth < 4 ? 899 : nth === 7 ? 1_299 : 999))).toMatch(/\$8\.99 became \$9\.99 on 2025-11-12$/)
  })

  it('says no days where there is no habit', () => {
    const paid = charges('Tram', datesOf({ every: 4, unit: 'week' }, '2025-06-06'), 12_000)
    const [proposal] = predictBills(paid, today)
    expect(reasonFor({ ...proposal!, schedule: { every: 30, unit: 'day' } }, paid).kept).toBeNull()
  })
})

describe('when a proposal comes', () => {
  const german = sayingIn('de')
  const wordsOf = (dates: string[], on: string): string[] => {
    const [proposal] = predictBills([...charges('County Collector', dates, 31_150), ...charges('Corner shop', [on], 512)], on)
    return [ruleWords(proposal!, english), ruleWords(proposal!, german)]
  }

  it('names the months of a bill that comes in a few of each year', () => {
    expect(wordsOf(['2024-04-10', '2024-12-10', '2025-04-10', '2025-12-10', '2026-04-10'], '2026-06-01')).toEqual([
      'every month on the 10th, only in April and December',
      'jeden Monat am\u00a010., nur im April und Dezember',
    ])
  })

  it('names the months that a bill leaves out of each year', () => {
    const paid = monthly('2024-04-05', '2026-01-05').filter((date) => !['02', '03'].includes(date.slice(5, 7)))
    expect(wordsOf(paid, '2026-03-20')).toEqual([
      'every month on the 5th, but not in February and March',
      'jeden Monat am\u00a05., aber nicht im Februar und März',
    ])
  })

  it('leaves amounts of single dates to the reason', () => {
    const paid = charges('ACME Pay', monthly('2024-04-27'), (nth) => (nth % 12 === 8 ? -412_000 : -206_000))
    const [proposal] = predictBills(paid, today)
    expect(Object.keys(proposal!.exceptions)).toHaveLength(1)
    expect(ruleWords(proposal!, english)).toBe('every month on the 27th')
  })

  it('says a price of a rare bill once where it stayed', () => {
    const paid = charges('County Collector', ['2024-04-10', '2024-12-10', '2025-04-10', '2025-12-10', '2026-04-10'], (nth) =>
      nth < 3 ? 30_000 : 31_150,
    )
    const [proposal] = predictBills([...paid, ...charges('Corner shop', ['2026-06-01'], 512)], '2026-06-01')
    expect(reasonWords(reasonFor(proposal!, paid), english, dollars)).toBe(
      '5 charges since 2024-04-10, each April and December, $300.00 then $311.50',
    )
  })
})

describe('the reason in German', () => {
  const german = sayingIn('de')
  const paid = {
    direction: 'out',
    charges: 2,
    first_date: '2025-03-04',
    last_date: '2026-03-05',
    last_cents: 64_010,
    kept: null,
    missed: 1,
    because: null,
    was: null,
    price_change: null,
  } as const

  it('has its own order of words and cases', () => {
    expect(reasonWords({ ...paid, rare: { months: [3], cents: [61_240, 64_010] } }, german, dollars)).toBe(
      '2 Abbuchungen seit dem 2025-03-04, jedes Jahr im März, $612.40, dann $640.10, 1 ausgeblieben',
    )
    expect(reasonWords({ ...paid, rare: { months: [3, 9], cents: [61_240] } }, german, dollars)).toContain(
      'jedes Jahr im März und September, $612.40',
    )
    expect(reasonWords({ ...paid, charges: 1, rare: null, kept: { days: [3, 5] }, missed: 0 }, german, dollars)).toBe(
      '1 Abbuchung seit dem 2025-03-04, immer zwischen dem 3. und dem 5., zuletzt $640.10',
    )
    expect(reasonWords({ ...paid, direction: 'in', rare: null, kept: { weekday: 3 }, missed: 0 }, german, dollars)).toContain(
      '2 Zahlungen seit dem 2025-03-04, immer donnerstags',
    )
    expect(
      reasonWords({ ...paid, rare: null, price_change: { date: '2026-02-12', from_cents: 999, to_cents: 1_099 } }, german, dollars),
    ).toContain('seit dem 2026-02-12 $10.99 statt $9.99')
  })
})

describe('how sure, in words', () => {
  it('is one word in degrees, so that which is surer is plain', () => {
    const said = (say: typeof english): string[] => [0.5, 0.7, 0.85, 0.99].map((confidence) => confidenceWords(confidence, say))
    expect(said(english)).toEqual(['not sure yet', 'fairly sure', 'sure', 'very sure'])
    expect(said(sayingIn('de'))).toEqual(['noch unsicher', 'ziemlich sicher', 'sicher', 'sehr sicher'])
  })
})
