/** What a stylesheet is for: a class that some screen wears, in colours that both themes know. */
import { readFileSync, readdirSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { inFolder, read, root } from './tidyFiles.ts'

const sheets = readdirSync(`${root}web/styles`).map((name) => ({
  name,
  text: readFileSync(`${root}web/styles/${name}`, 'utf8').replace(/\/\*[\s\S]*?\*\//g, ''),
}))
const screens = [...inFolder('web').map(read), read('index.html')].join('\n')

describe('stylesheets', () => {
  it('each of their classes is worn', () => {
    const worn = new Set(screens.match(/[a-z][\w-]*/g))
    // A line of a chart, of a tone or by its number, is named where it is drawn.
    const isNamedAsDrawn = (name: string): boolean => /^chart-(line-\d|plain|quiet|amber|red)$/.test(name)
    const classes = sheets.flatMap(({ name, text }) =>
      [...new Set([...text.matchAll(/\.([a-z][\w-]*)/g)].map(([, found]) => found!))].map((found) => ({ name, found })),
    )
    expect(classes.length).toBeGreaterThan(100)
    expect(
      classes.filter(({ found }) => !worn.has(found) && !isNamedAsDrawn(found)).map(({ name, found }) => `${name}: .${found}`),
    ).toEqual([])
  })
  it('a colour is a variable, said once for light and dark; shadows alone are of no theme', () => {
    const colours = /(#[0-9a-f]{3,8}\b|\b(?:rgba?|hsla?|oklch)\()/i
    const lines = sheets.flatMap(({ name, text }) =>
      text
        .split('\n')
        .filter((line) => colours.test(line) && !/light-dark\(|box-shadow/.test(line))
        .map((line) => `${name}: ${line.trim()}`),
    )
    expect(lines).toEqual([])
    expect(
      inFolder('web').flatMap((file) =>
        read(file)
          .split('\n')
          .filter((line) => /['"` [](#[0-9a-f]{6}\b)/i.test(line))
          .map((line) => `${file}: ${line.trim()}`),
      ),
    ).toEqual([])
  })
})
