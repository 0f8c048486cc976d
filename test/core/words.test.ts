/** Words as data: every language whole, every sentence said by somebody and filled with what it asks for, nothing said past the catalogues. */
import { parse, type Token } from '@messageformat/parser'
import { describe, expect, it } from 'vitest'
import { languages, roomsOf } from '../../server/words/words.ts'
import { inFolder, read } from './tidyFiles.ts'
import { inCode, loadedWith, resolved } from './wordsInCode.ts'

const catalogues = new Map(await Promise.all(languages.map(async (language) => [language, await roomsOf(language)] as const)))
const english = catalogues.get('en')!
const sentences = new Map([...english.values()].flatMap((room) => Object.entries(room)))
const speaking = [...inFolder('core').filter((file) => !/^core\/words\/\w+\//.test(file)), ...inFolder('server'), ...inFolder('web')]

/** What a sentence asks for. */
const argumentsOf = (sentence: string): string[] => [...new Set(namesIn(parse(sentence)))].sort()
const namesIn = (tokens: readonly Token[]): string[] =>
  tokens.flatMap((token) =>
    'arg' in token ? [token.arg, ...('cases' in token ? token.cases.flatMap(({ tokens: inner }) => namesIn(inner)) : [])] : [],
  )

/** The sentences that an id of the code may mean, in which `*` stands for what it is put together of. */
function meantBy(id: string): string[] {
  if (!id.includes('*')) return sentences.has(id) ? [id] : []
  const pattern = new RegExp(`^${id.replaceAll('.', '\\.').replaceAll('*', '[a-z0-9_.]+')}$`)
  return [...sentences.keys()].filter((known) => pattern.test(known))
}

/** Where nothing is said but to whoever runs the place, on standard error and to what watches it: in English alone. */
const forOperators = /^server\/(database\/|metrics\/|settings\.ts|main\.ts)/

describe('the catalogues', () => {
  it('every id begins with its room, and stands in its order', () => {
    for (const [room, words] of english) {
      const ids = Object.keys(words)
      expect(ids.filter((id) => !id.startsWith(`${room}.`))).toEqual([])
    }
  })
  it('every language says everything, and nothing more', () => {
    for (const rooms of catalogues.values()) {
      expect([...rooms.keys()].sort()).toEqual([...english.keys()].sort())
      for (const [room, words] of rooms) expect(Object.keys(words).sort(), room).toEqual(Object.keys(english.get(room)!).sort())
    }
  })
  it('a sentence asks for the same in every language', () => {
    for (const [language, rooms] of catalogues) {
      for (const words of rooms.values()) {
        for (const [id, sentence] of Object.entries(words))
          expect(argumentsOf(sentence), `${language} ${id}`).toEqual(argumentsOf(sentences.get(id)!))
      }
    }
  })
  it('no sentence is empty or left in English', () => {
    const long = (sentence: string): boolean =>
      sentence
        .replace(/\{[^}]*\}/g, '')
        .split(' ')
        .filter((word) => /\p{L}{2}/u.test(word)).length > 3
    for (const [language, rooms] of catalogues) {
      const all = [...rooms.values()].flatMap((words) => Object.entries(words))
      expect(all.filter(([, sentence]) => sentence.trim() === '')).toEqual([])
      if (language !== 'en') expect(all.filter(([id, sentence]) => long(sentence) && sentence === sentences.get(id))).toEqual([])
    }
  })
})

describe('who says them', () => {
  // Of a code that has several sentences, and stands for itself in the code, the type of `says` holds that it is none of them.
  const ofProblems = speaking.flatMap((file) => inCode(file).problems).filter(({ id }) => meantBy(id).length > 0)
  const said = [...speaking.flatMap((file) => inCode(file).said).filter(({ id }) => english.has(id.split('.')[0]!)), ...ofProblems]

  it('an id that is said is in the catalogues, with the values it asks for', () => {
    for (const { file, line, id, values } of said) {
      const meant = meantBy(id)
      expect(meant.length, `${file}:${line} says ${id}, which is no sentence`).toBeGreaterThan(0)
      if (values === null) continue
      const asked = [...new Set(meant.flatMap((known) => argumentsOf(sentences.get(known)!)))].sort()
      if (meant.length === 1) expect([...values].sort(), `${file}:${line} ${id}`).toEqual(asked)
    }
  })
  it('every sentence is said', () => {
    const meant = new Set([...new Set(said.map(({ id }) => id))].flatMap(meantBy))
    expect([...sentences.keys()].filter((id) => !meant.has(id))).toEqual([])
  })
  it('nothing is said past them', () => {
    expect(speaking.filter((file) => !forOperators.test(file)).flatMap((file) => inCode(file).literal)).toEqual([])
  })
})

describe('words are there when they are said', () => {
  const first = loadedWith(['web/main.tsx'])
  /** Loaded before the first screen, and once it stands. */
  const everywhere = new Set(['common', 'problems'])
  const roomsIn = (files: Iterable<string>): Set<string> =>
    new Set(
      [...files]
        .flatMap((file) => [...inCode(file).said, ...inCode(file).problems].map(({ id }) => id.split('.')[0]!))
        .filter((room) => english.has(room) && !everywhere.has(room)),
    )

  it('the first screen says what is in its room', () => {
    expect([...roomsIn(first)]).toEqual([])
  })
  it('problems are fetched once the first screen stands, whatever is shown', () => {
    expect(read('web/main.tsx')).toContain("addEventListener('load', () => {\n  void loadWords('problems')")
  })
  it('what is loaded later brings its rooms', () => {
    for (const file of inFolder('web')) {
      for (const { path, rooms, line } of inCode(file).later) {
        if (!/^\.{1,2}\/.*\.tsx?$/.test(path)) continue
        const needed = [...roomsIn(loadedWith([resolved(file, path)], first))].sort()
        expect([...rooms].sort(), `${file}:${line} loads ${path}`).toEqual(needed)
      }
    }
  })
})
