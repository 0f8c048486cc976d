/**
 * `npm run test:mutation [-- PART…] [--anew]`: changes the code of money, dates, allocation, matching and access in thousands of small ways, one
 * at a time, and asks whether a test fails. Slow. Each part is a run of its own, and what is known of it is kept in test-results/mutation, so that only
 * what changed is tried again; `--anew` tries everything. Ends with a table, and fails under the least score.
 */
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { leastScore, parts, partNames, type Part, type PartName } from '../test/mutation/parts.ts'

const strykerPackage = '@stryker-mutator/core@10.1.1'
const root = join(import.meta.dirname, '..')
const stryker = join(root, 'node_modules/@stryker-mutator/core/bin/stryker.js')
const kept = join(root, 'test-results/mutation')

/** How many mutants met which fate. */
type Fates = Record<string, number>

/** What Stryker's report says, as far as it is read here. */
interface Report {
  files: Record<string, { mutants: { status: string; mutatorName: string; replacement?: string; location: { start: { line: number } } }[] }>
}

/** Changes the files of a part in all ways, and tells what became of the changes; null: Stryker broke off. */
function mutate(name: PartName, { files }: Part, anew: boolean): Report | null {
  const [settings, report] = [join(kept, `${name}.settings.json`), join(kept, `${name}.json`)]
  const options = {
    plugins: [join(root, 'test/mutation/runner.ts')],
    testRunner: 'loaded',
    // TypeScript 7 has nothing that Stryker could read a tsconfig by, and needs none: a name that is not there.
    tsconfigFile: 'none.json',
    mutate: files,
    coverageAnalysis: 'perTest',
    // What runs when a module is loaded would need all tests, each in a process that begins.
    ignoreStatic: true,
    concurrency: 1,
    // A busy machine is no endless loop.
    timeoutMS: 20_000,
    incremental: true,
    force: anew,
    incrementalFile: join(kept, `${name}.known.json`),
    reporters: ['json', 'progress-append-only'],
    jsonReporter: { fileName: report },
    tempDirName: join('test-results', `stryker-${name}`),
    ignorePatterns: ['data', 'dist', 'packed', 'coverage', 'test-results', 'bench/results', 'docs/pictures'],
  }
  writeFileSync(settings, JSON.stringify(options))
  rmSync(report, { force: true })
  process.stdout.write(`\n== ${name}\n`)
  const env = { ...process.env, QUICK: '1', MUTATED: name }
  spawnSync(process.execPath, [stryker, 'run', settings, '--logLevel', 'warn'], { cwd: root, env, stdio: 'inherit' })
  return existsSync(report) ? (JSON.parse(readFileSync(report, 'utf8')) as Report) : null
}

/** A line for each change that no test noticed. */
function unnoticed({ files }: Report): string[] {
  return Object.entries(files).flatMap(([file, { mutants }]) =>
    mutants
      .filter(({ status }) => status === 'Survived' || status === 'NoCoverage')
      .map(
        ({ status, mutatorName, replacement, location }) => `${file}:${location.start.line} ${status} ${mutatorName} ${replacement ?? ''}`,
      ),
  )
}

function tally({ files }: Report): Fates {
  const fates: Fates = {}
  for (const { mutants } of Object.values(files)) for (const { status } of mutants) fates[status] = (fates[status] ?? 0) + 1
  return fates
}

/** Noticed of those that could be: what is ignored, or could not run at all, does not count. */
function scoreOf({ Killed = 0, Timeout = 0, Survived = 0, NoCoverage = 0 }: Fates): number {
  return (Killed + Timeout) / (Killed + Timeout + Survived + NoCoverage)
}

const given: ReadonlySet<string> = new Set(process.argv.slice(2))
const wanted = partNames.filter((name) => given.has(name))
if (!existsSync(stryker)) {
  process.stdout.write(`Stryker is not here. It is asked for by itself:\nnpm install --no-save ${strykerPackage}\n`)
  process.exit(1)
}
mkdirSync(kept, { recursive: true })
const rows: string[] = []
for (const name of wanted.length > 0 ? wanted : partNames) {
  const report = mutate(name, parts[name], given.has('--anew'))
  for (const line of report ? unnoticed(report) : [`${name}: Stryker broke off`]) process.stdout.write(`${line}\n`)
  const fates = report ? tally(report) : {}
  const score = scoreOf(fates)
  const { Killed = 0, Timeout = 0, Survived = 0, NoCoverage = 0, Ignored = 0 } = fates
  rows.push(`| ${name} | ${Killed} | ${Timeout} | ${Survived} | ${NoCoverage} | ${Ignored} | ${score.toFixed(3)} |`)
  if (!(score >= leastScore)) process.exitCode = 1
}
process.stdout.write(
  `\n| part | killed | timed out | survived | in no test | at loading, left out | score |\n| --- | --- | --- | --- | --- | --- | --- |\n`,
)
process.stdout.write(`${rows.join('\n')}\n`)
