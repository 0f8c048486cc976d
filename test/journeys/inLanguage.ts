/**
 * A page of another language, asked for things by their English names: each name is looked for among the English sentences, and what that sentence is in
 * the page's language is looked for on the page. So a journey is written once and walked in every language.
 */
import { parse, type Token } from '@messageformat/parser'
import type { Locator, Page } from 'playwright-core'
import { roomsOf } from '../../server/words/words.ts'

/** One way a sentence can come out: texts, and the names of what it is filled with between them. */
type Form = readonly (string | { name: string })[]

export interface Translator {
  /** What a name is there; null where no sentence says it. */
  translated(name: string | RegExp): string | RegExp | null
  /** Whether a text of the page is an English sentence that is another one there. */
  isLeftInEnglish(text: string): boolean
}

export async function translatorTo(language: string): Promise<Translator> {
  const [english, other] = [await sentencesOf('en'), await sentencesOf(language)]
  const pairs = [...english].flatMap(([id, sentence]) => {
    const there = formsOf(parse(other.get(id)!))
    return formsOf(parse(sentence)).map((form) => ({
      form: form.form,
      there: (there.find(({ key }) => key === form.key) ?? there.at(-1)!).form,
    }))
  })
  const plain = Map.groupBy(
    pairs.filter(({ form }) => form.every((part) => typeof part === 'string')),
    ({ form }) => form.join(''),
  )
  const open = pairs
    .filter(({ form }) => form.some((part) => typeof part !== 'string'))
    .toSorted((a, b) => lettersOf(b.form) - lettersOf(a.form))

  const ofText = (text: string): string[] => {
    const known = plain.get(text)
    if (known) return [...new Set(known.map(({ there }) => there.join('')))]
    for (const { form, there } of open) {
      const found = new RegExp(`^${patternOf(form, (name, nth) => `(?<${name}_${nth}>.+)`)}$`, 's').exec(text)
      if (found && lettersOf(form) > 1)
        return [
          filled(
            there,
            Object.fromEntries(
              Object.entries(found.groups!).map(([name, value]) => [name.replace(/_\d+$/, ''), ofText(value)[0] ?? value]),
            ),
          ),
        ]
    }
    return []
  }
  const translated = (name: string | RegExp): string | RegExp | null => {
    if (typeof name === 'string') {
      const isPart =
        name.split(' ').length > 2 &&
        !plain.has(name) &&
        pairs.some(({ form }) => form.some((part) => typeof part === 'string' && part.includes(name)))
      const found = isPart ? [] : ofText(name)
      if (found.length > 0) return found.length === 1 ? found[0]! : new RegExp(`^(?:${found.map(RegExp.escape).join('|')})$`)
      // A part of a sentence is asked for by the whole of it.
      const whole = pairs.filter(({ form }) => form.some((part) => typeof part === 'string' && part.includes(name)))
      return whole.length === 0 ? null : new RegExp([...new Set(whole.map(({ there }) => patternOf(there, () => '.*')))].join('|'), 's')
    }
    const found = pairs.filter(({ form }) =>
      ['x', '20'].some((value) => name.test(form.map((part) => (typeof part === 'string' ? part : value)).join(''))),
    )
    if (found.length === 0) return null
    const start = name.source.startsWith('^') ? '^' : ''
    return new RegExp(`${start}(?:${[...new Set(found.map(({ there }) => patternOf(there, () => '.+')))].join('|')})`, 's')
  }
  const isLeftInEnglish = (text: string): boolean => {
    const known = plain.get(text)
    return known !== undefined && / /.test(text) && known.every(({ there }) => there.join('') !== text)
  }
  return { translated, isLeftInEnglish }
}

async function sentencesOf(language: string): Promise<Map<string, string>> {
  return new Map([...(await roomsOf(language)).values()].flatMap((room) => Object.entries(room)))
}

/** Every way through the plurals and choices of a sentence, each under the cases that were taken. */
function formsOf(tokens: readonly Token[]): { key: string; form: Form }[] {
  return tokens.reduce<{ key: string; form: Form }[]>(
    (before, token) => {
      if (token.type === 'content') return before.map(({ key, form }) => ({ key, form: [...form, token.value] }))
      if (token.type === 'octothorpe') return before.map(({ key, form }) => ({ key, form: [...form, { name: 'count' }] }))
      if (!('cases' in token)) return before.map(({ key, form }) => ({ key, form: [...form, { name: token.arg }] }))
      return before.flatMap(({ key, form }) =>
        token.cases.flatMap((each) =>
          formsOf(each.tokens).map((inner) => ({ key: `${key}/${each.key}${inner.key}`, form: [...form, ...inner.form] })),
        ),
      )
    },
    [{ key: '', form: [] }],
  )
}

const lettersOf = (form: Form): number =>
  form.reduce((sum, part) => sum + (typeof part === 'string' ? part.replaceAll(/\P{L}/gu, '').length : 0), 0)
const patternOf = (form: Form, gap: (name: string, nth: number) => string): string =>
  form.map((part, nth) => (typeof part === 'string' ? RegExp.escape(part) : gap(part.name, nth))).join('')
const filled = (form: Form, values: Readonly<Record<string, string>>): string =>
  form.map((part) => (typeof part === 'string' ? part : (values[part.name] ?? ''))).join('')

const named = new Set(['getByText', 'getByLabel', 'getByTitle', 'getByPlaceholder', 'getByAltText'])
const real = new WeakMap<object, object>()

/** The page itself, where others need it. */
export const realPage = (page: Page): Page => (real.get(page) ?? page) as Page

/** The page or locator, asked by English names. */
export function asked<T extends Page | Locator>(of: T, translator: Translator): T {
  const name = (given: unknown): unknown =>
    typeof given === 'string' || given instanceof RegExp ? (translator.translated(given) ?? given) : given
  const options = (given: unknown): unknown =>
    typeof given === 'object' &&
    given !== null &&
    !(given instanceof RegExp) &&
    !Array.isArray(given) &&
    Object.getPrototypeOf(given) === Object.prototype
      ? Object.fromEntries(
          Object.entries(given).map(([key, value]) => [
            key,
            key === 'name' || key === 'hasText' || key === 'hasNotText' ? name(value) : (real.get(value as object) ?? value),
          ]),
        )
      : (real.get(given as object) ?? given)
  const proxy = new Proxy(of, {
    get(target, property) {
      const value = Reflect.get(target, property) as unknown
      if (typeof value !== 'function') return value
      return (...given: unknown[]): unknown => {
        const [first, ...rest] = given
        const result = (value as (...all: unknown[]) => unknown).apply(
          target,
          [named.has(String(property)) ? name(first) : options(first), ...rest.map(options)].slice(0, given.length),
        )
        return isLocator(result) ? asked(result, translator) : result
      }
    },
  })
  real.set(proxy, of)
  return proxy
}

const isLocator = (value: unknown): value is Locator =>
  typeof value === 'object' && value !== null && 'getByRole' in value && 'first' in value
