#!/usr/bin/env node
/** What the package runs: the server, watched over, in the folder where it is called; or a command, by its name as npm scripts have it. */
import { join } from 'node:path'

const oldestNode = 24
const commands = ['migrate', 'backup', 'restore', 'reset-password']
const [name = 'start', ...rest] = process.argv.slice(2)

if (Number(process.versions.node.split('.')[0]) < oldestNode) {
  process.stderr.write(
    `pyNance Planning needs Node ${oldestNode} or newer; this is ${process.versions.node}. On Linux it comes along when optional dependencies are installed.\n`,
  )
  process.exitCode = 1
} else if (name === 'start') {
  const { supervise } = await import('./supervise.ts')
  process.exitCode = await supervise([join(import.meta.dirname, '../server/main.ts')])
  process.exit()
} else if (commands.includes(name)) {
  process.argv.splice(2, Infinity, ...rest)
  // Types have been taken out of the packed one, whose files end otherwise.
  await import(`./${name}${import.meta.url.slice(-3)}`)
} else {
  process.stderr.write(`There is no command ${name}. There are: start (what it does without one), ${commands.join(', ')}.\n`)
  process.exitCode = 2
}
