/** npm run sbom -- FILE: what the program is made of (CycloneDX 1.5, JSON), from package-lock.json alone, without a network. */
import { execFileSync } from 'node:child_process'
import { dirname, resolve } from 'node:path'
import { Refusal, runCommand } from '../server/refusal.ts'
import { refuseSpecialFile, writeWholeFile } from '../server/wholeFile.ts'

const root = dirname(import.meta.dirname)

await runCommand(async () => {
  const [name] = process.argv.slice(2)
  if (!name) throw new Refusal('Name the file to write: npm run sbom -- FILE')
  const file = resolve(name)
  refuseSpecialFile(file)
  const bom = JSON.parse(npmSbom()) as { components: unknown[]; metadata: { component: { name: string } } }
  // npm takes the folder's name for the program's.
  bom.metadata.component.name = 'pynance-planning'
  await writeWholeFile(file, (output) => output.writeFile(`${JSON.stringify(bom, null, 2)}\n`)).catch((error: NodeJS.ErrnoException) => {
    throw error.syscall === undefined ? error : new Refusal(`${file} cannot be written (${error.message}).`)
  })
  console.log(`Wrote ${file}; components: ${bom.components.length}.`)
})

function npmSbom(): string {
  // Within npm run, the same npm; else the one that is there.
  const npm = process.env.npm_execpath
  const [command, before] = npm && /\.c?js$/.test(npm) ? [process.execPath, [npm]] : ['npm', []]
  return execFileSync(command, [...before, 'sbom', '--sbom-format', 'cyclonedx', '--package-lock-only'], {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
    stdio: ['ignore', 'pipe', 'inherit'],
  })
}
