/** Speaks another language for the length of some work, for tests of what the screens say in it. */
import { addSentences, type Sentences } from '../../web/words/say.ts'

const rooms = import.meta.glob<Sentences>('../../core/words/*/*.ts', { query: '?words', import: 'default', eager: true })

const speak = (language: string): void => {
  for (const [path, sentences] of Object.entries(rooms)) if (path.includes(`/words/${language}/`)) addSentences(sentences)
}

/** Afterwards English is spoken again, as all tests expect. */
export function speaking<T>(language: string, work: () => T): T {
  speak(language)
  try {
    return work()
  } finally {
    speak('en')
  }
}
