/** Fetching words: a language first brings the room `common`, and knows where its other rooms are; each is fetched when it is first wanted. */
import type { Room } from '../../core/words/words.ts'
import { keepLanguage, language, useLanguage } from './language.ts'
import { addSentences, type Sentences } from './say.ts'

type Catalogue = { default: Sentences }
type FirstWords = Catalogue & { rooms: Readonly<Record<string, () => Promise<Catalogue>>> }

const firstWords = import.meta.glob<FirstWords>('../../core/words/*/common.ts', { query: '?words' })
const wordsOf = (of: string): Promise<FirstWords> => firstWords[`../../core/words/${of}/common.ts`]!()

export const languages = Object.keys(firstWords).map((path) => path.split('/').at(-2)!)

const loaded = new Map<Room, Promise<void>>()

/** Resolves once everything these rooms say, and `common`, can be said. */
export async function loadWords(...rooms: readonly Room[]): Promise<void> {
  await Promise.all((['common', ...rooms] as const).map((room) => loaded.get(room) ?? fetched(room, language())))
}

/** Code that comes later, together with the words of the rooms it speaks in. */
export async function withWords<T>(load: () => Promise<T>, ...rooms: readonly Room[]): Promise<T> {
  return (await Promise.all([load(), loadWords(...rooms)]))[0]
}

function fetched(room: Room, of: string): Promise<void> {
  const catalogue = room === 'common' ? wordsOf(of) : wordsOf(of).then(({ rooms }) => rooms[room]!())
  const added = catalogue.then((found) => addSentences(found.default))
  loaded.set(room, added)
  added.catch(() => loaded.delete(room))
  return added
}

/** Speaks another language from now on; null is the browser's. Rejects, and nothing changes, where its words can't be fetched. */
export async function speak(chosen: string | null): Promise<void> {
  const wanted = [chosen ?? '', ...navigator.languages].map((tag) => tag.split('-')[0]!)
  const next = wanted.find((tag) => languages.includes(tag)) ?? 'en'
  await Promise.all([...loaded.keys()].map((room) => fetched(room, next)))
  keepLanguage(chosen)
  document.documentElement.lang = next
  useLanguage.setState({ language: next })
}
