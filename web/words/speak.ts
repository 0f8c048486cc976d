/** Another language for all that is said from now on. */
import type { Room } from '../../core/words/words.ts'
import { key, useLanguage } from './language.ts'
import { languages, loaded, sentencesOf } from './rooms.ts'
import { addSentences, type Sentences } from './say.ts'

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

/** Keeps the choice; null is the browser's. */
function keepLanguage(chosen: string | null): void {
  try {
    if (chosen === null) localStorage.removeItem(key)
    else localStorage.setItem(key, chosen)
  } catch {
    // Storage is closed to us: the choice holds for this page.
  }
}
