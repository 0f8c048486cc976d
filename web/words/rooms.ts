/**
 * Fetching words: a language first brings the room `common`, and knows where its other rooms are; each is fetched when it is first wanted.
 */
import type { Room } from '../../core/words/words.ts'
import { language } from './language.ts'
import { addSentences, type Sentences } from './say.ts'

type Catalogue = { default: Sentences }
type FirstWords = Catalogue & { rooms: Readonly<Record<string, () => Promise<Catalogue>>> }

const firstWords = import.meta.glob<FirstWords>('../../core/words/*/common.ts', { query: '?words' })
const wordsOf = (of: string): Promise<FirstWords> => firstWords[`../../core/words/${of}/common.ts`]!()

export const languages = Object.keys(firstWords).map((path) => path.split('/').at(-2)!)

/** Rooms that are here, or on their way. */
export const loaded = new Map<Room, Promise<void>>()

/** Resolves once everything these rooms say, and `common`, can be said. */
export async function loadWords(...rooms: readonly Room[]): Promise<void> {
  await Promise.all((['common', ...rooms] as const).map((room) => loaded.get(room) ?? fetched(room, language())))
}

/** Code that comes later, together with the words of the rooms it speaks in. */
export async function withWords<T>(load: () => Promise<T>, ...rooms: readonly Room[]): Promise<T> {
  return (await Promise.all([load(), loadWords(...rooms)]))[0]
}

/** What a room says in a language. */
export async function sentencesOf(room: Room, of: string): Promise<Sentences> {
  const first = await wordsOf(of)
  return (room === 'common' ? first : await first.rooms[room]!()).default
}

function fetched(room: Room, of: string): Promise<void> {
  const added = sentencesOf(room, of).then(addSentences)
  loaded.set(room, added)
  added.catch(() => loaded.delete(room))
  return added
}
