/** Every room in English, for tests of what the screens say; whatever a file before it in the same worker has spoken. */
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Room } from '../../core/words/words.ts'
import { useLanguage } from '../../web/words/language.ts'
import { loadWords, sentencesOf } from '../../web/words/rooms.ts'
import { addSentences } from '../../web/words/say.ts'

const folder = join(import.meta.dirname, '..', '..', 'core', 'words', 'en')
const rooms = readdirSync(folder).map((file) => file.slice(0, -'.ts'.length) as Room)
useLanguage.setState({ language: 'en' })
await loadWords(...rooms)
for (const room of rooms) addSentences(await sentencesOf(room, 'en'))
