/** In which language the API answers: refusals, files, and calendars under their address. */
import { v7 as newId } from 'uuid'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { problemCodes, type ProblemCode } from '../../core/problem.ts'
import { languages, sayingIn } from '../../server/words/words.ts'
import { planningPath } from '../../server/planning/routes.ts'
import { planningApp, type Person, type PlanningApp, type Reply } from './planningApp.ts'

let app: PlanningApp
let owner: Person
const id = newId()

beforeAll(async () => {
  app = await planningApp()
  owner = await app.person()
  const made = await app.ask(planningPath, {
    method: 'POST',
    by: owner,
    body: {
      id,
      name: 'Haushalt',
      planning_balance_cents: 123_456,
      start_date: '2031-03-01',
      currency_code: 'EUR',
      bills: [{ name: 'Miete', amount_cents: 90_050, due_date: '2031-03-03' }],
      allocations: [{ target: 'savings:Notgroschen', kind: 'fixed', value: 5_000 }],
    },
  })
  expect(made.status).toBe(201)
})
afterAll(() => app.close())

const asked = (
  path: string,
  spoken: string | undefined,
  more: { method?: string; body?: unknown; by?: Person; headers?: Record<string, string> } = {},
): Promise<Reply> =>
  app.ask(path, { by: owner, ...more, headers: { ...more.headers, ...(spoken === undefined ? {} : { 'accept-language': spoken }) } })

describe('a refusal', () => {
  const [english, german] = ['There is no such plan.', 'Diesen Plan gibt es nicht.']
  test.each([
    [undefined, english, 'en'],
    ['', english, 'en'],
    ['*', english, 'en'],
    ['en', english, 'en'],
    ['de', german, 'de'],
    ['DE', german, 'de'],
    ['de-AT', german, 'de'],
    ['de-Latn-CH-1996', german, 'de'],
    ['fr, de;q=0.5', german, 'de'],
    ['en;q=0.4, de;q=0.9', german, 'de'],
    ['de;q=0.4, en-GB;q=0.9', english, 'en'],
    ['de;q=0', english, 'en'],
    ['de;q=0, *', english, 'en'],
    ['deutsch', english, 'en'],
    ['tlh, x-klingon', english, 'en'],
    [';;;,,q=1;de', english, 'en'],
    ['__proto__, constructor', english, 'en'],
    [`${'xx-YY;q=0.1, '.repeat(500)}de`, german, 'de'],
    [`${'a'.repeat(12_000)}`, english, 'en'],
  ])('is told by Accept-Language: %s', async (spoken, sentence, language) => {
    const { status, json, headers } = await asked(`${planningPath}/${newId()}`, spoken)
    expect(status).toBe(404)
    expect(json).toMatchObject({
      title: language === 'de' ? 'Nicht gefunden' : 'Not found',
      detail: sentence,
      problems: [{ code: 'not_found', path: '', message: sentence }],
    })
    expect([headers.get('content-language'), headers.get('vary')]).toEqual([language, 'Accept-Language'])
  })

  test.each([
    ['what no route is', '/api/nothing', {}, 404, 'Hier ist nichts.'],
    ['a method a path has not', '/api/health', { method: 'PUT', body: {} }, 405, 'Dieser Pfad kennt GET, HEAD, OPTIONS.'],
    [
      'a host of somebody else',
      '/api/health',
      { headers: { host: 'evil.example' } },
      400,
      'Dieser Server antwortet nicht unter diesem Hostnamen. Wer ihn betreibt, kann den Namen in ALLOWED_HOSTS eintragen.',
    ],
    [
      'a page of somebody else',
      planningPath,
      { method: 'POST', body: {}, headers: { origin: 'https://evil.example' } },
      403,
      'Diese Änderung kam von einer fremden Website.',
    ],
    [
      'a body that is no JSON',
      planningPath,
      { method: 'POST', body: '{', headers: { 'content-type': 'application/json' } },
      400,
      'Der Inhalt der Anfrage ist kein JSON in UTF-8.',
    ],
    ['a field that is missing', planningPath, { method: 'POST', body: {} }, 422, 'Ein Plan braucht einen Namen.'],
    [
      'a value of the wrong kind',
      `${planningPath}/${id}`,
      { method: 'PATCH', body: { floor_cents: 'x' } },
      422,
      'Das muss eine Zahl sein.',
    ],
    [
      'a window',
      `${planningPath}/${id}/projection?until=2031-03-01`,
      {},
      422,
      'Dieser Plan beginnt am 1. März 2031. Schau mindestens bis zum Tag danach.',
    ],
    [
      'a wrong password',
      '/api/auth/sign-in/email',
      { method: 'POST', body: { email: 'x@example.com', password: 'not the one of anybody' } },
      401,
      'Die E-Mail-Adresse oder das Passwort stimmt nicht.',
    ],
    [
      'a password that is too short',
      '/api/auth/sign-up/email',
      { method: 'POST', body: { email: 'x@example.com', password: 'short' } },
      422,
      'Ein Passwort hat mindestens 15 Zeichen; dieses hat 5. Ein paar Wörter, die niemand zusammenstellen würde, sind leicht zu merken.',
    ],
  ])('of any layer is told in German: %s', async (_what, path, more, status, sentence) => {
    const reply = await asked(path, 'de', more)
    expect([reply.status, reply.json.detail]).toEqual([status, sentence])
    expect(reply.json.problems[0].message).toBe(sentence)
    if ('message' in reply.json) expect(reply.json.message).toBe(sentence)
  })

  test('for want of a session says so in German', async () => {
    const { json } = await app.ask(planningPath, { headers: { 'accept-language': 'de' } })
    expect(json.detail).toBe('Melde dich an oder sende ein Token, das noch gilt.')
  })

  test('of a merge tells the broken rule in German too', async () => {
    const branch = await asked(`${planningPath}/${id}/branch`, undefined, { method: 'POST', body: { name: 'Abzweig' } })
    const row = (value: number): object => ({ target: `savings:${value}`, kind: 'percent', value, base: 'income' })
    await asked(`${planningPath}/${branch.json.id}/allocations/${newId()}`, undefined, { method: 'PUT', body: row(60) })
    await asked(`${planningPath}/${id}/allocations/${newId()}`, undefined, { method: 'PUT', body: row(70) })
    const preview = await asked(`${planningPath}/${id}/merge-preview?from=${branch.json.id}`, 'de')
    expect(preview.json.clashes[0].problem).toMatchObject({
      code: 'percents_must_not_exceed_100',
      message: 'Die Prozentsätze jeder Einnahme ergeben zusammen 130. Senke sie um 30, damit es höchstens 100 sind.',
    })
    const refused = await asked(`${planningPath}/${id}/merge`, 'de', { method: 'POST', body: { from: branch.json.id } })
    expect(refused.json).toMatchObject({
      title: 'Beim Zusammenführen gibt es Widersprüche',
      detail: 'Eine Sache wurde in beiden Plänen geändert. Wähle, welche von beiden gilt.',
    })
    expect(refused.json.clashes[0].problem.message).toMatch(/^Die Prozentsätze/)
  })
})

describe('titles', () => {
  test.each(languages)('are one a code, none like another’s: %s', (language) => {
    const titles = (Object.keys(problemCodes) as ProblemCode[]).map((code) => sayingIn(language)(`titles.${code}`))
    expect(new Set(titles).size).toBe(titles.length)
  })
})

describe('a file for other programs', () => {
  const exported = (format: string, spoken: string): Promise<Reply> =>
    asked(`${planningPath}/${id}/export?format=${format}&today=2031-03-01`, spoken)

  test.each([
    ['csv', 'balance,Balance,', 'balance,Kontostand,'],
    ['hledger', '* (allocated from balance) Set aside: Notgroschen', '* (allocated from balance) Zurückgelegt: Notgroschen'],
    ['ics', 'SUMMARY:Miete -900.50 EUR', 'SUMMARY:Miete -900\\,50 EUR'],
  ])('says in the language asked for what a person reads, and names it: %s', async (format, inEnglish, inGerman) => {
    const [english, german] = [await exported(format, 'en'), await exported(format, 'de-CH')]
    expect(english.text).toContain(inEnglish)
    expect(german.text).toContain(inGerman)
    expect([english, german].map(({ headers }) => [headers.get('content-language'), headers.get('vary')])).toEqual([
      ['en', 'Accept-Language'],
      ['de', 'Accept-Language'],
    ])
    const [plain, named] = [english.headers.get('etag')!, german.headers.get('etag')!]
    expect(plain).toMatch(/^"\d+"$/)
    expect(named).toBe(plain.replace(/"$/, '-de"'))
    // The revision in it is a condition like any other.
    const stale = await asked(`${planningPath}/${id}`, 'de', { method: 'PATCH', body: { floor_cents: 0 }, headers: { 'if-match': named } })
    expect(stale.status).toBe(200)
  })

  test('has the same columns and accounts in every language', async () => {
    const [english, german] = [await exported('csv', 'en'), await exported('csv', 'de')]
    expect(german.text.split('\r\n')[0]).toBe(english.text.split('\r\n')[0])
    const accounts = ({ text }: Reply): string[] => text.split('\n').filter((line) => line.startsWith('account '))
    expect(accounts(await exported('hledger', 'de'))).toEqual(accounts(await exported('hledger', 'en')))
  })

  test('that says nothing in words is the same for all', async () => {
    const { headers } = await exported('json', 'de')
    expect([headers.get('content-language'), headers.get('vary'), headers.get('etag')]).toEqual([
      null,
      null,
      expect.stringMatching(/^"\d+"$/),
    ])
  })
})

describe('a calendar address', () => {
  test('carries the language it was made in, whatever a calendar program asks for', async () => {
    const made = await asked(`${planningPath}/${id}/feed`, 'de', { method: 'POST', body: { shows_amounts: true } })
    expect(made.json.path).toMatch(/\.ics\?lang=de$/)
    const german = await app.ask(made.json.path, { headers: { 'accept-language': 'en' } })
    expect(german.text).toContain('CATEGORIES:Ausgabe')
    expect([german.headers.get('content-language'), german.headers.get('vary')]).toEqual(['de', null])
    const english = await app.ask(made.json.path.replace('?lang=de', '?lang=en'), { headers: { 'accept-language': 'de' } })
    expect(english.text).toContain('CATEGORIES:Bill')
    expect(english.headers.get('etag')).not.toBe(german.headers.get('etag'))
    expect((await app.ask(made.json.path, { headers: { 'if-none-match': german.headers.get('etag')! } })).status).toBe(304)
    expect((await app.ask(made.json.path, { headers: { 'if-none-match': english.headers.get('etag')! } })).status).toBe(200)
  })

  test.each(['', '?lang=', '?lang=xx', '?lang=__proto__'])('without one is read in English: %s', async (query) => {
    const made = await asked(`${planningPath}/${id}/feed`, undefined, { method: 'POST', body: {} })
    const read = await app.ask(made.json.path.split('?')[0] + query, { headers: { 'accept-language': 'de' } })
    expect(read.text).toContain('CATEGORIES:Bill')
  })
})
