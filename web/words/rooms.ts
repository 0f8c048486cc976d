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

async function sentencesOf(room: Room, of: string): Promise<Sentences> {
  const first = await wordsOf(of)
  return (room === 'common' ? first : await first.rooms[room]!()).default
}

function fetched(room: Room, of: string): Promise<void> {
  const added = sentencesOf(room, of).then(addSentences)
  loaded.set(room, added)
  added.catch(() => loaded.delete(room))
  return added
}

/** What all rooms that are here say in another language, those among them that come meanwhile; a room that can't be had rejects. */
async function allRoomsIn(next: string): Promise<Sentences[]> {
  const found = new Map<Room, Sentences>()
  for (let missing = [...loaded.keys()]; missing.length > 0; missing = [...loaded.keys()].filter((room) => !found.has(room))) {
    await Promise.all(missing.map(async (room) => found.set(room, await sentencesOf(room, next))))
    await Promise.allSettled(loaded.values())
  }
  return [...found.values()]
}

/** Speaks another language from now on; null is the browser's. Rejects, and nothing changes, where its words can't be fetched. */
export async function speak(chosen: string | null): Promise<void> {
  const wanted = [chosen ?? '', ...navigator.languages].map((tag) => tag.split('-')[0]!)
  const next = wanted.find((tag) => languages.includes(tag)) ?? 'en'
  for (const sentences of await allRoomsIn(next)) addSentences(sentences)
  keepLanguage(chosen)
  document.documentElement.lang = next
  useLanguage.setState({ language: next })
}
