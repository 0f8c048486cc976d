/** A file that is there whole or not at all, and that replaces nothing but a plain file of its name. */
import { linkSync, lstatSync, readlinkSync, rmSync, writeFileSync, type Stats } from 'node:fs'
import { open, rename, rm, type FileHandle } from 'node:fs/promises'
import { dirname } from 'node:path'
import { Refusal } from './refusal.ts'

/**
 * Writes beside the place, on disk before it is renamed to it. The file can be read by its owner alone. Whatever goes
 * wrong leaves what was there before; what is no plain file is refused before anything is written.
 */
export async function writeWholeFile<T>(file: string, write: (output: FileHandle) => Promise<T>): Promise<T> {
  refuseSpecialFile(file)
  const unfinished = `${file}.${process.pid}.unfinished`
  try {
    // wx: a new file, never through a link that somebody has put there.
    const output = await open(unfinished, 'wx', 0o600)
    let result: T
    try {
      result = await write(output)
      await output.sync()
    } finally {
      // What was written is on disk by now, or refused: a file that can't be closed changes neither.
      await output.close().catch(() => {})
    }
    refuseSpecialFile(file)
    await rename(unfinished, file)
    await syncFolder(dirname(file))
    return result
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') await rm(unfinished, { force: true }).catch(() => {})
    throw error
  }
}

/** Makes a file that is not there yet, for its owner alone. One that has come there meanwhile stays, whoever made it. */
export function makeFile(path: string, text: string): void {
  const own = `${path}.${process.pid}`
  try {
    writeFileSync(own, text, { mode: 0o600, flush: true })
    linkSync(own, path)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  } finally {
    rmSync(own, { force: true })
  }
}

/** Refuses a place where something stands that is no plain file, and says what it is. */
export function refuseSpecialFile(file: string): void {
  const found = lstatSync(file, { throwIfNoEntry: false })
  if (!found || found.isFile()) return
  throw new Refusal(`${file} is ${kindOf(file, found)}, which is left as it is. Name a plain file, or one that is not there yet.`)
}

function kindOf(file: string, found: Stats): string {
  if (found.isDirectory()) return 'a folder'
  if (found.isSymbolicLink()) return `a link to ${readlinkSync(file)}`
  if (found.isFIFO()) return 'a pipe (FIFO)'
  if (found.isSocket()) return 'a socket'
  return found.isBlockDevice() || found.isCharacterDevice() ? 'a device' : 'something that is no file'
}

/** Puts the new name on disk, where the file system can. The file is whole and in its place by now, so a failure is none of the write. */
async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r').catch(() => null)
  await handle?.sync().catch(() => {})
  await handle?.close().catch(() => {})
}
