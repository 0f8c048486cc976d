/**
 * A disk whose power can be cut: a file system of its own on a loop device over a file. What programs wrote and nobody has synced is in the
 * kernel's memory alone, and not in that file; a copy of the file is what a machine would find after a power cut.
 */
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'

const bytes = 1_536 * 1024 * 1024

export interface LoopDisk {
  /** Where it is mounted. */
  path: string
  /** A copy of what is on the disk now, mounted at that folder, after the file system's own recovery. Whoever writes must stand still. */
  cut(folder: string): LoopDisk
  gone(): void
}

function run(command: string, ...args: string[]): string {
  const done = spawnSync(command, args, { encoding: 'utf8' })
  if (done.status !== 0) throw new Error(`${command} ${args.join(' ')} ended with ${done.status}. ${done.stderr}`)
  return done.stdout.trim()
}

/** Why there is no such disk on this machine; null: there is. */
export function whyNoLoopDisk(folder: string): string | null {
  if (process.getuid?.() !== 0) return 'only root may mount'
  try {
    newLoopDisk(join(folder, 'try')).gone()
    return null
  } catch (error) {
    return (error as Error).message
  }
}

export function newLoopDisk(folder: string): LoopDisk {
  mkdirSync(folder, { recursive: true })
  const file = join(folder, 'disk.img')
  writeFileSync(file, '')
  truncateSync(file, bytes)
  run('mkfs.ext4', '-q', '-E', 'lazy_itable_init=1,lazy_journal_init=1', file)
  return mounted(folder, file)
}

function mounted(folder: string, file: string): LoopDisk {
  const path = join(folder, 'disk')
  mkdirSync(path, { recursive: true })
  run('mount', '-o', 'loop', file, path)
  const device = basename(run('findmnt', '-n', '-o', 'SOURCE', path))
  return {
    path,
    cut: (copy) => {
      mkdirSync(copy, { recursive: true })
      const image = join(copy, 'disk.img')
      // The kernel writes back by itself now and then: a copy during which it did is of no one moment.
      for (;;) {
        const before = written(device)
        run('cp', '--sparse=always', file, image)
        if (written(device) === before) return mounted(copy, image)
      }
    },
    gone: () => {
      run('umount', path)
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** Sectors written to the device so far, and what is under way. */
function written(device: string): string {
  const stat = join('/sys/block', device, 'stat')
  if (!existsSync(stat)) throw new Error(`${device} does not count what is written to it.`)
  const counts = readFileSync(stat, 'utf8').trim().split(/\s+/)
  return `${counts[6]} ${counts[8]}`
}
