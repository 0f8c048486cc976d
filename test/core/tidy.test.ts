/** The rules of the house that a reader of a single file can't see. */
import { describe, expect, it } from 'vitest'
import { code, files, importsOf, inFolder, read } from './tidyFiles.ts'

const offenders = (list: string[], pattern: RegExp): string[] =>
  list.flatMap((file) =>
    read(file)
      .split('\n')
      .flatMap((line, index) => (pattern.test(line) ? [`${file}:${index + 1} ${line.trim()}`] : [])),
  )

describe('the shape of the house', () => {
  it('core imports only core, its validator, and readers of formats that are not ours', () => {
    const kept = (file: string): RegExp => (file.startsWith('core/exports/') ? /^(ical\.js|papaparse)$/ : /^zod\/(mini|v4\/core)$/)
    const foreign = inFolder('core').flatMap((file) =>
      importsOf(file)
        .filter((path) => !kept(file).test(path) && !/^(?:\.|(?:\.\.\/)*\.\.)\/[^.]/.test(path))
        .map((path) => `${file} → ${path}`),
    )
    expect(foreign).toEqual([])
    expect(inFolder('core').flatMap((file) => importsOf(file).filter((path) => /(server|web)\//.test(path)))).toEqual([])
  })
  it('web and server never import each other, but for types', () => {
    const crossing = (folder: string, other: string): string[] =>
      inFolder(folder).flatMap((file) =>
        [...read(file).matchAll(/^(?:import|export) (?!type)[^'"]*?from ['"]([^'"]+)['"]/gm)]
          .filter(([, path]) => new RegExp(`^(\\.\\./)+${other}/`).test(path!))
          .map(([, path]) => `${file}: ${path}`),
      )
    expect(crossing('web', 'server')).toEqual([])
    expect(crossing('server', 'web')).toEqual([])
  })
  it('core has no clock, no chance, no I/O and no display', () => {
    expect(
      offenders(inFolder('core'), /\bnew Date\b|Date\.now|Math\.random|process\.|localStorage|\bfetch\(|randomUUID|\bIntl\.|toLocale/),
    ).toEqual([])
  })
  it('chance is for tests only', () => {
    expect(offenders([...inFolder('server'), ...inFolder('web'), ...inFolder('scripts')], /Math\.random/)).toEqual([])
  })
  it('only the allocation file does allocation arithmetic', () => {
    expect(
      offenders(
        [...inFolder('server'), ...inFolder('web')],
        /Math\.(round|floor|ceil|trunc)\([^)]*(cents|amount)|(cents|amount)\w*\s*\*\s*\w*percent|percent\w*\s*\/\s*100/i,
      ),
    ).toEqual([])
  })
})

describe('the look of the code', () => {
  it('no line over 140 columns, but for one regular expression by itself and migrations, which never change', () => {
    const product = ['core', 'server', 'web'].flatMap(inFolder).filter((file) => !file.startsWith('server/database/migrations/'))
    expect(offenders(product, /^(?! *\/\S.*\/[a-z]*[,;)]*$).{141,}/)).toEqual([])
  })
})

describe('what is left lying about', () => {
  it('no marks of unfinished work', () => {
    expect(
      offenders(
        code.filter((file) => !file.endsWith('tidy.test.ts')),
        /\b(TODO|FIXME|HACK)\b/,
      ),
    ).toEqual([])
  })
  it('no test is skipped or run alone', () => {
    expect(offenders(inFolder('test'), /\b(it|test|describe)\.(skip|only|todo|fails)\b/)).toEqual([])
  })
  it('no printing outside of command lines', () => {
    expect(
      offenders(
        [...inFolder('core'), ...inFolder('server').filter((file) => file !== 'server/main.ts'), ...inFolder('web')],
        /\bconsole\.(log|debug|info)\b/,
      ),
    ).toEqual([])
  })
  it('no file that nothing imports', () => {
    const entries = /^(test|bench|scripts)\/|^core\/words\/[a-z]+\/|\.(test|config|setup)\.ts$|^server\/main\.ts$|^web\/main\.tsx$|\.d\.ts$/
    const imported = new Set(
      code.flatMap((file) =>
        importsOf(file)
          .filter((path) => path.startsWith('.'))
          .map((path) => new URL(path, `file:///${file}`).pathname.slice(1)),
      ),
    )
    const named =
      code
        .filter((file) => /^web\/|^scripts\/|config/.test(file))
        .map(read)
        .join('\n') + read('index.html')
    expect(code.filter((file) => !entries.test(file) && !imported.has(file) && !named.includes(file.split('/').at(-1)!))).toEqual([])
  })
  it('no machine’s paths and no registry’s host', () => {
    expect(
      offenders([...code, 'package.json', ...files.filter((file) => /\.(md|sh|html|css)$/.test(file))], /\/(work|farm)\/|\/root\//),
    ).toEqual([])
    expect(read('package-lock.json')).not.toMatch(/"resolved": "https?:/)
  })
  it('every dependency is pinned exactly', () => {
    const manifest = JSON.parse(read('package.json')) as Record<string, Record<string, string>>
    const loose = ['dependencies', 'devDependencies', 'optionalDependencies'].flatMap((kind) =>
      Object.entries(manifest[kind] ?? {}).filter(([, version]) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version)),
    )
    expect(loose).toEqual([])
  })
})
