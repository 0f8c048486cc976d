/** How a rule reads in German. */
import { describe, expect, it } from 'vitest'
import { describeSchedule } from '../../core/schedule/describe-schedule.ts'
import { formatDate } from '../../web/format/date.ts'
import { sayingIn } from '../../server/words/words.ts'
import { dated, type Marked } from './schedule-reference.ts'

const german = sayingIn('de')
const inGerman = (date: string): string => formatDate(date, '2026-01-01', 'de-DE')
const m = (more: Partial<Marked> = {}): Marked => ({ every: 1, unit: 'month', ...more })
const w = (more: Partial<Marked> = {}): Marked => ({ every: 1, unit: 'week', ...more })
const y = (more: Partial<Marked> = {}): Marked => ({ every: 1, unit: 'year', ...more })
const d = (more: Partial<Marked> = {}): Marked => ({ every: 1, unit: 'day', ...more })

/** What belongs together is not parted at the end of a line: "am 15.", "15. März". */
const unparted = (words: string): string => words.replace(/(am) (?=\d+\.(?!-))|(?<=\d\.) (?=\p{Lu})/gu, '$1\u00a0')

describe('a rule in German words', () => {
  it.each<[Marked | null, string, string]>([
    [null, '2026-01-31', 'einmalig am 31. Jan.'],
    [null, '2027-05-03', 'einmalig am 3. Mai 2027'],
    [d(), '2026-01-31', 'jeden Tag'],
    [d({ every: 2 }), '2026-01-31', 'alle zwei Tage'],
    [d({ every: 10, shift: 'after' }), '2026-01-31', 'alle zehn Tage, am Wochenende auf den Montag verschoben'],
    [d({ every: 45 }), '2026-01-31', 'alle 45 Tage'],
    [w(), '2026-01-02', 'jeden Freitag'],
    [w({ every: 2 }), '2026-01-02', 'alle zwei Wochen am Freitag'],
    [w({ every: 2, on: ['TH'] }), '2026-01-02', 'alle zwei Wochen am Donnerstag'],
    [w({ every: 6 }), '2026-01-02', 'alle sechs Wochen am Freitag'],
    [w({ every: 13 }), '2026-01-04', 'alle 13 Wochen am Sonntag'],
    [w({ on: ['TH', 'MO'] }), '2026-01-02', 'jeden Montag und Donnerstag'],
    [w({ on: ['TU', 'WE', 'SA'] }), '2026-01-02', 'jeden Dienstag, Mittwoch und Samstag'],
    [w({ every: 2, on: ['MO', 'WE', 'FR'] }), '2026-01-02', 'alle zwei Wochen am Montag, Mittwoch und Freitag'],
    [w({ on: ['MO', 'TU', 'WE', 'TH', 'FR'] }), '2026-01-02', 'montags bis freitags'],
    [w({ every: 3, on: ['MO', 'TU', 'WE', 'TH', 'FR'] }), '2026-01-02', 'alle drei Wochen von Montag bis Freitag'],
    [w({ on: ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'] }), '2026-01-02', 'jeden Tag'],
    [w({ every: 2, on: ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'] }), '2026-01-02', 'alle zwei Wochen an jedem Tag'],
    [w({ shift: 'before' }), '2026-01-02', 'jeden Freitag'],
    [w({ shift: 'before' }), '2026-01-03', 'jeden Samstag, am Wochenende auf den Freitag vorgezogen'],
    [w({ every: 2, shift: 'after' }), '2026-01-04', 'alle zwei Wochen am Sonntag, am Wochenende auf den Montag verschoben'],
    [m(), '2026-01-15', 'jeden Monat am 15.'],
    [m(), '2026-01-01', 'jeden Monat am 1.'],
    [m(), '2026-01-31', 'jeden Monat am Monatsletzten'],
    [m({ shift: 'before' }), '2026-01-31', 'jeden Monat am Monatsletzten, am Wochenende auf den Freitag vorgezogen'],
    [m({ shift: 'after' }), '2026-01-01', 'jeden Monat am 1., am Wochenende auf den Montag verschoben'],
    [m({ on: [-1] }), '2026-01-15', 'jeden Monat am Monatsletzten'],
    [m(), '2026-01-30', 'jeden Monat am 30., im Februar am Monatsletzten'],
    [m({ on: [1, 30] }), '2026-01-30', 'am 1. und am 30. jedes Monats, im Februar am Monatsletzten'],
    [m({ short_month: 'skip' }), '2026-01-31', 'jeden Monat am 31., falls es ihn gibt'],
    [m({ on: [30, 31], short_month: 'skip' }), '2026-01-31', 'am 30. und am 31. jedes Monats, falls es sie gibt'],
    [m({ on: [-31] }), '2026-01-31', 'jeden Monat am 31.-letzten Tag, in kürzeren Monaten am Monatsletzten'],
    [m({ on: [1, 15] }), '2026-01-01', 'am 1. und am 15. jedes Monats'],
    [m({ on: [15, -1] }), '2026-01-15', 'jeden Monat am 15. und am Monatsletzten'],
    [m({ on: [15, 1, 31] }), '2026-01-01', 'jeden Monat am 1., am 15. und am Monatsletzten'],
    [
      m({ on: [2, 3, 11, 12, 13, 21, 22, 23] }),
      '2026-01-02',
      'am 2., am 3., am 11., am 12., am 13., am 21., am 22. und am 23. jedes Monats',
    ],
    [m({ every: 2, on: [1, 15] }), '2026-01-01', 'alle zwei Monate am 1. und am 15.'],
    [m({ every: 3 }), '2026-01-01', 'alle drei Monate am 1.'],
    [m({ every: 3, on: [-2] }), '2026-01-01', 'alle drei Monate am vorletzten Tag'],
    [m({ every: 6 }), '2026-01-31', 'alle sechs Monate am Monatsletzten'],
    [m({ every: 12 }), '2026-03-15', 'alle zwölf Monate am 15.'],
    [m({ every: 18 }), '2026-03-15', 'alle 18 Monate am 15.'],
    [m({ on: [-3] }), '2026-01-01', 'jeden Monat am drittletzten Tag'],
    [m({ on: [-10] }), '2026-01-01', 'jeden Monat am zehntletzten Tag'],
    [m({ on: [-20] }), '2026-01-01', 'jeden Monat am 20.-letzten Tag'],
    [m({ on: ['2TU'] }), '2026-01-01', 'jeden zweiten Dienstag im Monat'],
    [m({ on: ['-1FR'] }), '2026-01-01', 'jeden letzten Freitag im Monat'],
    [m({ on: ['-2FR'] }), '2026-01-01', 'jeden vorletzten Freitag im Monat'],
    [m({ on: ['-1FR', '1FR'] }), '2026-01-01', 'am ersten und letzten Freitag im Monat'],
    [m({ on: ['-1FR', '1FR', '3FR'] }), '2026-01-01', 'am ersten, dritten und letzten Freitag im Monat'],
    [m({ on: ['-1FR', '2TU'] }), '2026-01-01', 'am zweiten Dienstag und am letzten Freitag im Monat'],
    [m({ every: 2, on: ['1MO'] }), '2026-01-01', 'alle zwei Monate am ersten Montag'],
    [m({ every: 3, on: ['1MO', '-1MO'] }), '2026-01-01', 'alle drei Monate am ersten und letzten Montag'],
    [
      m({ on: ['5SA'], shift: 'after' }),
      '2026-01-01',
      'jeden fünften Samstag im Monat, falls es ihn gibt, am Wochenende auf den Montag verschoben',
    ],
    [m({ on: ['5SA', '5SU'] }), '2026-01-01', 'am fünften Samstag und am fünften Sonntag im Monat, falls es sie gibt'],
    [y(), '2026-03-15', 'jährlich am 15. März'],
    [y({ every: 2, on: [1, 15] }), '2026-03-15', 'alle zwei Jahre am 1. und am 15. März'],
    [y({ every: 5 }), '2026-12-24', 'alle fünf Jahre am 24. Dezember'],
    [y(), '2024-02-29', 'jährlich am 29. Februar, sonst am 28.'],
    [y({ short_month: 'skip' }), '2024-02-29', 'jährlich am 29. Februar, falls es ihn gibt'],
    [y({ on: [31] }), '2026-02-01', 'jährlich am letzten Tag im Februar'],
    [y({ on: [1, 31] }), '2026-04-01', 'jährlich am 1. und am letzten Tag im April'],
    [y({ on: [31] }), '2026-03-01', 'jährlich am 31. März'],
    [y({ on: [-2] }), '2026-12-01', 'jährlich am vorletzten Tag im Dezember'],
    [y({ on: ['-1MO'] }), '2026-05-01', 'jährlich am letzten Montag im Mai'],
    [y({ every: 2, on: ['1SU', '3SU'] }), '2026-09-01', 'alle zwei Jahre am ersten und dritten Sonntag im September'],
    [m({ until: '2026-12-31' }), '2026-01-15', 'jeden Monat am 15., bis 31. Dez.'],
    [m({ until: '2027-05-03' }), '2026-01-15', 'jeden Monat am 15., bis 3. Mai 2027'],
    [m({ count: 12 }), '2026-01-15', 'jeden Monat am 15., 12-mal'],
    [m({ count: 2 }), '2026-01-15', 'jeden Monat am 15., zweimal'],
    [m({ count: 1, on: [20] }), '2026-01-15', 'einmalig am 20. Jan.'],
    [
      m({ shift: 'before', until: '2027-05-03', count: 12 }),
      '2026-01-15',
      'jeden Monat am 15., am Wochenende auf den Freitag vorgezogen, bis 3. Mai 2027, 12-mal',
    ],
    [
      m({ skip: ['2026-02-15', '2026-03-15'], move: { '2026-04-15': '2026-04-20' }, amounts: { '2026-05-15': 1 } }),
      '2026-01-15',
      'jeden Monat am 15.; 2 ausgelassen, 1 verschoben, 1 mit anderem Betrag',
    ],
  ])('%j from %s: %s', (schedule, anchor, words) => {
    expect(describeSchedule(dated(schedule, anchor), german, inGerman)).toBe(unparted(words))
  })
  it('of a row that is due otherwise from a day on, each rule in turn', () => {
    const row = {
      ...dated(m({ skip: ['2026-02-15'] }), '2026-01-15'),
      changes: [{ from: '2026-04-01', due_date: '2026-04-03', schedule: w({ every: 2 }) }],
    }
    expect(describeSchedule(row, german, inGerman)).toBe(
      unparted('jeden Monat am 15.; ab 1. Apr. alle zwei Wochen am Freitag; 1 ausgelassen'),
    )
  })
})
