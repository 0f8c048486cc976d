/** The catalogues as the server says them: read from their files once, each sentence compiled when it is first said. */
import { readdirSync } from 'node:fs'
import { basename, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Say, Values, WordId } from '../../core/words/words.ts'
import { MessageFormat } from './messageFormat.ts'
import { writtenDay } from './written.ts'

type Sentence = (values: Values) => string

const folder = join(import.meta.dirname, '..', '..', 'core', 'words')

/** The languages there are: a folder of catalogues each. */
export const languages: readonly string[] = readdirSync(folder, { withFileTypes: true }).flatMap((entry) =>
  entry.isDirectory() ? [entry.name] : [],
)

/** A language's rooms, each with its sentences by id. */
export async function roomsOf(language: string): Promise<Map<string, Readonly<Record<string, string>>>> {
  const rooms = readdirSync(join(folder, language)).map(async (file) => {
    const { default: sentences } = (await import(pathToFileURL(join(folder, language, file)).href)) as { default: Record<string, string> }
    return [basename(file).replace(/\.[jt]s$/, ''), sentences] as const
  })
  return new Map(await Promise.all(rooms))
}

const sayIn = new Map(
  await Promise.all(
    languages.map(
      async (language) =>
        [language, sayer(language, Object.assign({}, ...(await roomsOf(language)).values()) as Record<string, string>)] as const,
    ),
  ),
)

function sayer(language: string, sentences: Readonly<Record<string, string>>): Say {
  const compiler = new MessageFormat(language, { customFormatters: { day: (date) => writtenDay(String(date), language) } })
  const compiled = new Map<WordId, Sentence>()
  return (id, values = {}) => {
    const known = compiled.get(id)
    if (known) return known(values)
    const sentence = compiler.compile(sentences[id] ?? id) as Sentence
    compiled.set(id, sentence)
    return sentence(values)
  }
}

/** Says in a language; in English where there are no words of it. */
export const sayingIn = (language: string): Say => sayIn.get(language) ?? sayIn.get('en')!

export const english: Say = sayingIn('en')
