/** The files of the project, and what they import, for who checks how they stand. */
import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'

export const root = new URL('../..', import.meta.url).pathname
export const files = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], { cwd: root, encoding: 'utf8' })
  .split('\0')
  .filter((file) => file !== '')
export const code = files.filter((file) => /\.(ts|tsx)$/.test(file))
export const read = (file: string): string => {
  try {
    return readFileSync(root + file, 'utf8')
  } catch {
    return '' // deleted, not yet committed
  }
}
export const inFolder = (folder: string): string[] => code.filter((file) => file.startsWith(`${folder}/`))
export const importsOf = (file: string): string[] =>
  [...read(file).matchAll(/^(?:import|export)\s(?:[^'"]*?\sfrom\s)?['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]/gm)].map(
    (match) => (match[1] ?? match[2])!,
  )
