import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseTarget } from '../../core/allocation.ts'
import { isBlank } from '../../core/blank.ts'
import { categorySchema, nameSchema } from '../../core/fields.ts'
import { runs } from './runs.ts'

const invisible: [string, string][] = [
  ['nothing', ''],
  ['spaces of all kinds', ' \u00a0\u1680\u2003\u202f\u205f\u3000'],
  ['zero-width space, joiners and marks of direction', '\u200b\u200c\u200d\u200e\u200f\u2060\ufeff'],
  ['soft hyphens', '\u00ad\u00ad'],
  ['Hangul fillers', '\u115f\u1160\u3164\uffa0'],
  ['variation selectors', '\ufe0e\ufe0f\u{e0100}\u180b'],
  ['tag characters', '\u{e0001}\u{e0041}\u{e007f}'],
  ['combining marks alone', '\u0301\u0308\u20dd\u034f'],
  ['embedding and isolation of directions', '\u202a\u202e\u2066\u2069\u061c'],
  ['invisible operators', '\u2061\u2062\u2063\u2064'],
  ['the empty Braille pattern', '\u2800\u2800'],
  ['a null notehead and controls of music', '\u{1d159}\u{1d173}'],
  ['Khmer vowels that are not drawn', '\u17b4\u17b5'],
  ['noncharacters', '\uffff\u{1fffe}'],
  ['a mixture', ' \u200b\u3164\ufe0f\u0301 '],
]

describe('a name of which nobody would see anything is blank', () => {
  test.each(invisible)('%s', (_name, text) => {
    expect(isBlank(text)).toBe(true)
    expect(nameSchema.safeParse(text).error?.issues[0]?.message).toBeDefined()
    expect([parseTarget(`savings:${text}`), parseTarget(`goal:${text}`)]).toEqual([null, null])
  })

  test('a category of nothing to see is none', () => expect(categorySchema.parse(' \u200b\u3164')).toBe(null))

  test.each([
    'a',
    '家',
    'ﬁ',
    '٣',
    '½',
    '–',
    '€',
    '🏠',
    '👨‍👩‍👧',
    '❤️',
    'é',
    'e\u0301',
    'นี้',
    'हिंदी',
    'ক্ষ',
    '\u200fשכר דירה',
    'x\u200b',
    '.',
    '🇩🇪',
    '1️⃣',
  ])('%s is not', (text) => {
    expect(isBlank(text)).toBe(false)
    expect(nameSchema.safeParse(text).success).toBe(true)
  })

  test('however they are mixed, and not any more with one letter among them', () => {
    const anyInvisible = fc.array(fc.constantFrom(...invisible.flatMap(([, text]) => [...text])), { maxLength: 30 })
    fc.assert(
      fc.property(anyInvisible, anyInvisible, fc.constantFrom('a', 'ß', '語', '7', '🏠', '#'), (before, after, letter) => {
        expect(isBlank([...before, ...after].join(''))).toBe(true)
        expect(isBlank([...before, letter, ...after].join(''))).toBe(false)
      }),
      { numRuns: runs(300) },
    )
  })
})
