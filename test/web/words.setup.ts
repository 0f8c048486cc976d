/** Every room in English, for tests of what the screens say. */
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Room } from '../../core/words/words.ts'
import { loadWords } from '../../web/words/rooms.ts'

const folder = join(import.meta.dirname, '..', '..', 'core', 'words', 'en')
await loadWords(...readdirSync(folder).map((file) => file.slice(0, -'.ts'.length) as Room))
