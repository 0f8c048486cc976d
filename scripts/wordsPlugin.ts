/**
 * For the build of the web app: a catalogue of words, imported with `?words`, becomes functions, one a sentence, that give the pieces it is made of;
 * and index.html is told which file holds what the first screen says in each language, so that before-paint.js can ask for it early.
 */
import { readdirSync, statSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import compiled from '@messageformat/core/lib/compile-module.js'
import type { Plugin } from 'vite'
import { MessageFormat } from '../server/words/messageFormat.ts'

const folder = join(import.meta.dirname, '..', 'core', 'words')
const firstRoom = 'common'

/** As with the compiler itself, Node gives the function and the types a module. */
const compileModule = compiled as unknown as typeof compiled.default

export const languages = readdirSync(folder, { withFileTypes: true }).flatMap((entry) => (entry.isDirectory() ? [entry.name] : []))

/** Days within sentences: written by the page, as its person's locale has them. */
const customFormatters = { day: { formatter: (date: unknown) => date, id: 'day', module: '../../../web/words/written.ts' } }

/** Where a language's other rooms are, told by its first. */
function otherRooms(ofLanguage: string): string {
  const rooms = readdirSync(ofLanguage)
    .map((file) => file.slice(0, -'.ts'.length))
    .filter((room) => room !== firstRoom)
  return `export const rooms = { ${rooms.map((room) => `${room}: () => import('./${room}.ts?words')`).join(', ')} }\n`
}

export function words(): Plugin {
  return {
    name: 'words',
    // Vitest keeps what was made of a file for as long as the file is the same; the first room tells which others there are, too.
    configureVitest: ({ defineCacheKeyGenerator }) =>
      defineCacheKeyGenerator(({ id }) => (/\/common\.ts\?words/.test(id) ? readdirSync(dirname(id)).join() : undefined)),
    async load(id) {
      const [file = '', query] = id.split('?')
      if (query !== 'words') return null
      this.addWatchFile(file)
      const { default: catalogue } = (await import(`${pathToFileURL(file).href}?at=${statSync(file).mtimeMs}`)) as {
        default: Record<string, string>
      }
      const sentences = compileModule(new MessageFormat(basename(dirname(file)), { returnType: 'values', customFormatters }), catalogue)
      return {
        code: basename(file) === `${firstRoom}.ts` ? `${sentences}\n${otherRooms(dirname(file))}` : sentences,
        map: null,
        moduleType: 'js',
      }
    },
    transformIndexHtml: {
      order: 'post',
      handler: (_, { bundle = {} }) => {
        const fileOf = (language: string): string => {
          const found = Object.values(bundle).find(
            (chunk) => chunk.type === 'chunk' && chunk.facadeModuleId?.endsWith(`/${language}/${firstRoom}.ts?words`),
          )
          return found ? `/${found.fileName}` : ''
        }
        const files = Object.fromEntries(languages.map((language) => [language, fileOf(language)]))
        return [{ tag: 'meta', attrs: { name: 'words', content: JSON.stringify(files) }, injectTo: 'head-prepend' }]
      },
    },
  }
}
