/**
 * What comes within the package that npm pack makes, as it was locked: `overrides` hold for nobody who installs it, and without them npm finds
 * no versions of these that fit each other. package.json says so while it is packed alone: in a lockfile of its own npm would warn of them.
 */
import { readFileSync, writeFileSync } from 'node:fs'

export const bundled = ['@better-auth/passkey', 'better-auth']

const said = `  "bundleDependencies": ${JSON.stringify(bundled)},\n`
const before = '  "overrides": {'

/** The text of package.json that names them. */
export const withBundled = (text: string): string => withoutBundled(text).replace(before, said + before)

/** The same as it stands otherwise. */
export const withoutBundled = (text: string): string => text.replace(said, '')

/** Changes the file. */
export function rewrite(path: string, change: (text: string) => string): void {
  writeFileSync(path, change(readFileSync(path, 'utf8')))
}
