/** Calls to the file system that go wrong: the nth that is about a folder, in this process, while some work is done. */
import fs, { type PathLike } from 'node:fs'
import { syncBuiltinESMExports } from 'node:module'
import { expect } from 'vitest'
import { Refusal } from '../../../server/refusal.ts'

export type FileFault = 'ENOSPC' | 'EROFS' | 'EACCES' | 'EIO' | 'EMFILE'

const syncCalls = [
  'accessSync',
  'chmodSync',
  'existsSync',
  'linkSync',
  'lstatSync',
  'mkdirSync',
  'openSync',
  'readFileSync',
  'readdirSync',
  'realpathSync',
  'renameSync',
  'statSync',
  'statfsSync',
  'truncateSync',
  'writeFileSync',
] as const
const asyncCalls = ['open', 'rename', 'rm', 'stat', 'lstat', 'statfs'] as const
const handleCalls = ['writeFile', 'write', 'sync', 'read', 'stat'] as const

/** Does the work while the nth call fails; 0 lets all of them go well. Answers how many there were, and what was thrown. */
export async function withFileFault<T>(
  folder: string,
  nth: number,
  code: FileFault,
  work: () => T | Promise<T>,
): Promise<{ calls: number; value?: T; error?: unknown }> {
  let calls = 0
  const failure = (syscall: string, path?: string): Error =>
    Object.assign(new Error(`${code}: made to fail, ${syscall}${path ? ` '${path}'` : ''}`), { code, syscall, ...(path ? { path } : {}) })
  const isAbout = (path: unknown): path is PathLike => String(path).startsWith(folder)
  const undo: (() => void)[] = []
  const replace = (
    owner: object,
    name: string,
    make: (original: (...given: unknown[]) => unknown) => (...given: unknown[]) => unknown,
  ): void => {
    const functions = owner as Record<string, (...given: unknown[]) => unknown>
    const original = functions[name]!
    functions[name] = make(original)
    undo.push(() => void (functions[name] = original))
  }
  for (const name of syncCalls) {
    replace(fs, name, (original) =>
      Object.assign((...given: unknown[]) => {
        if (!isAbout(given[0]) || (calls += 1) !== nth) return original(...given)
        if (name === 'existsSync') return false
        throw failure(name.replace('Sync', ''), String(given[0]))
      }, original),
    )
  }
  const faulty = (handle: object): object => {
    for (const name of handleCalls) {
      replace(handle, name, (original) => async (...given) => {
        if ((calls += 1) === nth) throw failure(name)
        return original.apply(handle, given)
      })
    }
    return handle
  }
  for (const name of asyncCalls) {
    replace(fs.promises, name, (original) => async (...given) => {
      if (!isAbout(given[0])) return original(...given)
      if ((calls += 1) === nth) throw failure(name, String(given[0]))
      const answer = await original(...given)
      return name === 'open' ? faulty(answer as object) : answer
    })
  }
  syncBuiltinESMExports()
  try {
    return { value: await work(), calls }
  } catch (error) {
    return { error, calls }
  } finally {
    for (const step of undo.reverse()) step()
    syncBuiltinESMExports()
  }
}

const faults: readonly FileFault[] = ['ENOSPC', 'EROFS', 'EACCES', 'EIO', 'EMFILE']

/** Each call of the work meets each fault, or one in turn where that would take long; what it throws must be a sentence. */
export async function withEachFault(
  folderFor: () => string,
  work: (folder: string) => unknown,
  check: (folder: string, outcome: { value?: unknown; error?: unknown }) => unknown,
  each: 'every' | 'in turn' = 'every',
): Promise<number> {
  const first = folderFor()
  const { calls, error, value } = await withFileFault(first, 0, 'EIO', () => work(first))
  expect(error).toBeUndefined()
  await check(first, { value })
  for (let nth = 1; nth <= calls; nth += 1) {
    for (const fault of each === 'every' ? faults : [faults[nth % faults.length]!]) {
      const folder = folderFor()
      const outcome = await withFileFault(folder, nth, fault, () => work(folder))
      if (outcome.error)
        expect([`call ${nth}, ${fault}`, outcome.error instanceof Refusal, (outcome.error as Error).stack]).toEqual([
          `call ${nth}, ${fault}`,
          true,
          expect.anything(),
        ])
      await check(folder, outcome)
    }
  }
  return calls
}
