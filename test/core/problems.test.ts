/** Problems are data; their sentences are made in the language of who reads them. */
import * as z from 'zod/mini'
import { describe, expect, it } from 'vitest'
import { dateSchema, instantSchema } from '../../core/fields.ts'
import { problem, problemCodes, problemsOf, problemText, tellProblem, toldProblem, type ProblemCode } from '../../core/problem.ts'
import { readBankFile } from '../../core/bank-files/readBankFile.ts'
import { english, languages, roomsOf, sayingIn } from '../../server/words/words.ts'
import { told } from './toldProblems.ts'

const german = sayingIn('de')
const codes = Object.keys(problemCodes) as ProblemCode[]

describe('every code', () => {
  it.each(languages)('has a sentence and a title: %s', async (language) => {
    const rooms = await roomsOf(language)
    const ids = [...rooms.values()].flatMap((room) => Object.keys(room))
    const sentencesOf = (code: string): string[] => ids.filter((id) => new RegExp(`^(problems|bank)\\.${code}(\\.|$)`).test(id))
    expect(codes.filter((code) => sentencesOf(code).length === 0)).toEqual([])
    expect(codes.filter((code) => !ids.includes(`titles.${code}`))).toEqual([])
  })
})

describe('a problem in words', () => {
  it.each([
    [
      'Another plan has this name. Choose a different one.',
      'Ein anderer Plan heißt schon so. Wähle einen anderen Namen.',
      problem('name_is_taken', '/name'),
    ],
    [
      'This plan starts on Aug 1, 2026. Look at least as far as the day after.',
      'Dieser Plan beginnt am 1. Aug. 2026. Schau mindestens bis zum Tag danach.',
      problem('window_is_not_valid.starts_later', '/until', { start: '2026-08-01' }),
    ],
    [
      'One thing was changed in both plans. Choose which of the two stands.',
      'Eine Sache wurde in beiden Plänen geändert. Wähle, welche von beiden gilt.',
      problem('merge_has_clashes', '', { clashes: 1 }),
    ],
    [
      '3 things were changed in both plans. Choose for each which of the two stands.',
      '3 Dinge wurden in beiden Plänen geändert. Wähle für jedes, was gilt.',
      problem('merge_has_clashes', '', { clashes: 3 }),
    ],
    [
      'This plan would come to 4,200,000 bytes, where a plan holds 4,194,304. Remove rows, or dates that have passed from their lists.',
      'Dieser Plan hätte 4.200.000 Bytes; ein Plan hat höchstens 4.194.304. Entferne Zeilen, oder vergangene Termine aus ihren Listen.',
      problem('plan_is_too_large', '', { bytes: 4_200_000, most: 4_194_304 }),
    ],
    [
      'A plan holds at most 200 incomes.',
      'Ein Plan hat höchstens 200 Einnahmen.',
      problem('too_many_rows.of_list', '/incomes', { most: 200, collection: 'incomes' }),
    ],
    [
      'Too many tries. Try again in a minute.',
      'Zu viele Versuche. Versuch es in einer Minute wieder.',
      problem('too_many_requests.tries', '', { minutes: 1 }),
    ],
    [
      'Line 7: the amount "1,2,3" is none. The row was left out.',
      'Zeile 7: Der Betrag „1,2,3“ ist keiner. Die Zeile wurde ausgelassen.',
      problem('bank.amount_is_not_readable', '/lines/7', { text: '1,2,3' }),
    ],
  ])('%s', (inEnglish, inGerman, found) => {
    expect(problemText(found, english)).toBe(inEnglish)
    expect(problemText(found, german)).toBe(inGerman)
  })

  it('that came with its sentence keeps it', () => {
    const over = tellProblem(problem('not_found.plan', ''), german)
    expect(over).toEqual({ code: 'not_found', path: '', message: 'Diesen Plan gibt es nicht.' })
    expect(tellProblem(toldProblem(over), english)).toEqual(over)
  })

  it('of a bank file says where, in the language asked for', () => {
    const { problems } = readBankFile(
      new TextEncoder().encode('Date,Amount,Payee\n2026-01-02,-5.00,Shop\n2026-01-03,,Shop\n2026-01-04,-6.00,Shop\n'),
      'x.csv',
    )
    expect(problems.map((found) => problemText(found, german))).toEqual([
      'Zeile 3: Die Zeile hat ein Datum und keinen Betrag. Sie wurde ausgelassen.',
    ])
  })
})

describe('what zod finds', () => {
  const schema = z.object({
    name: z.string(),
    count: z.int().check(z.minimum(1), z.maximum(9)),
    list: z.array(z.string()).check(z.minLength(1), z.maxLength(2)),
    kind: z.enum(['a', 'b']),
    date: dateSchema,
    at: instantSchema,
    either: z.union([z.string(), z.boolean()]),
    of: z.discriminatedUnion('type', [z.object({ type: z.literal('x') }), z.object({ type: z.literal('y') })]),
  })
  const sound = {
    name: 'x',
    count: 1,
    list: ['x'],
    kind: 'a',
    date: '2026-01-01',
    at: '2026-01-01T00:00:00.000Z',
    either: 'x',
    of: { type: 'x' },
  }
  const saidOf = (value: object): string[] => {
    const read = schema.safeParse({ ...sound, ...value })
    return read.success ? [] : told(problemsOf(read.error)).map(({ code, path, message }) => `${code} ${path} ${message}`)
  }
  it.each([
    [{ name: undefined }, 'is_required /name This is required.'],
    [{ name: 5 }, 'has_the_wrong_type /name This must be a text.'],
    [{ name: null }, 'has_the_wrong_type /name This must be a text.'],
    [{ count: 1.5 }, 'has_the_wrong_type /count This must be a whole number.'],
    [{ count: 0 }, 'value_is_not_valid /count This must be 1 or more.'],
    [{ count: 10 }, 'value_is_not_valid /count This must be 9 or less.'],
    [{ list: [] }, 'value_is_not_valid /list This must hold 1 or more.'],
    [{ list: ['a', 'b', 'c'] }, 'value_is_not_valid /list This must hold 2 at most.'],
    [{ kind: 'c' }, 'must_be_one_of /kind This must be one of "a", "b".'],
    [{ of: { type: 'z' } }, 'must_be_one_of /of/type This must be one of "x", "y".'],
    [{ either: 5 }, 'value_is_not_valid /either This value is not one that can stand here.'],
    [{ date: '2026-02-30' }, 'date_must_be_a_calendar_day /date A date is a day of the calendar, written YYYY-MM-DD.'],
    [{ at: 'now' }, 'value_is_not_valid /at An instant is written in UTC with milliseconds, such as 2026-07-01T08:00:00.000Z.'],
  ])('is told in a sentence of ours: %j', (value, said) => {
    expect(saidOf(value)).toEqual([said])
  })
})
