/**
 * `npm test`: everything, ending with a line `N passed, N failed`.
 *   --quick  types, lint, core and web without a browser or a database, random cases a twentieth, on all cores and in one go: what one runs all day
 *   --slow   the long suites, and core and web with every random case: npm test draws a tenth of those that take long
 */
import { spawn, spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { ensureChromium } from './chromium.ts'
import { ensureDebianPostgres } from './debian-postgres.ts'
import { ensureHledger } from './hledger.ts'
import { ensureNginx } from './nginx.ts'
import { ensurePgBouncer } from './pgbouncer.ts'
import { withOwnServer } from './own-postgres.ts'
import { ensurePythonCalendar } from './python-calendar.ts'

interface Counts {
  passed: number
  failed: number
}

/** What vitest's report says, as far as it is read here. */
interface Report {
  numPassedTests: number
  numFailedTests: number
  testResults: {
    name: string
    message: string
    startTime: number
    endTime: number
    assertionResults: { status: string; fullName: string; failureMessages: string[] }[]
  }[]
}

// What Node has compiled once, its many processes here read.
process.env.NODE_COMPILE_CACHE ??= join(import.meta.dirname, '../node_modules/.cache/compiled')

const folder = mkdtempSync(join(tmpdir(), 'pynance-test-'))
/** What failed, a paragraph each: said once more at the end, where it is found. */
const failures: string[] = []
const [mode] = process.argv.slice(2)

/** Where the random cases of `npm test` begin, the same for everybody; test:slow and test:quick draw anew each time. */
const draws = '137409083'
if (mode === undefined) {
  process.env.DRAWS ??= draws
  process.stdout.write(`Random cases begin at DRAWS=${process.env.DRAWS}.\n`)
}

function run(command: string, args: string[], env: NodeJS.ProcessEnv = {}): Promise<number> {
  return new Promise((resolve) => {
    const child = spawn(command, args, { stdio: ['ignore', 'inherit', 'inherit'], env: { ...process.env, ...env } })
    child.on('close', (code) => resolve(code ?? 1))
    child.on('error', () => resolve(1))
  })
}

/** The same, with what it said. */
function heard(command: string, args: string[]): Promise<{ code: number; said: string }> {
  return new Promise((resolve) => {
    const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'pipe'] })
    let said = ''
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (text) => (said += text))
    child.on('close', (code) => resolve({ code: code ?? 1, said }))
    child.on('error', (error) => resolve({ code: 1, said: `${error.message}\n` }))
  })
}

/** A check that passes or fails as one; what it says is told once it has ended, so that several may run side by side. */
async function check(name: string, command: string, args: string[]): Promise<Counts> {
  const { code, said } = await heard(command, args)
  process.stdout.write(`\n== ${name}\n${said}`)
  if (code !== 0) failures.push(`${name}: exit code ${code}`)
  return { passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1 }
}

/** The tests that failed, with the first lines of why, and the files that could not be run. */
function failuresOf(files: Report['testResults']): string[] {
  return files.flatMap(({ name, message, assertionResults }) => {
    const failed = assertionResults.filter(({ status }) => status === 'failed')
    if (failed.length === 0 && message !== '') return [`${name}\n${message.slice(0, 2000)}`]
    return failed.map(({ fullName, failureMessages }) => `${name} › ${fullName}\n${failureMessages.join('\n').slice(0, 2000)}`)
  })
}

/** The files that took longest, in seconds: where time goes is seen in each run. */
function longestOf(files: Report['testResults']): string {
  const took = files.map(({ name, startTime, endTime }) => ({ name: basename(name), seconds: Math.round((endTime - startTime) / 1000) }))
  const longest = took.sort((one, other) => other.seconds - one.seconds).slice(0, 12)
  return longest.map(({ name, seconds }) => `${name} ${seconds}`).join(', ')
}

/** A vitest run, counted from its own report; a run that breaks off without one is a failure. */
async function suite(name: string, projects: string[], env: NodeJS.ProcessEnv = {}, more: string[] = []): Promise<Counts> {
  process.stdout.write(`\n== ${name}\n`)
  const report = join(folder, `${name.replace(/\W+/g, '-')}.json`)
  const args = [
    'vitest',
    'run',
    ...projects.flatMap((project) => ['--project', project]),
    ...more,
    '--reporter=dot',
    '--reporter=json',
    `--outputFile.json=${report}`,
  ]
  const code = await run('npx', args, env)
  try {
    const { numPassedTests, numFailedTests, testResults } = JSON.parse(readFileSync(report, 'utf8')) as Report
    const failed = failuresOf(testResults)
    failures.push(...failed.map((failure) => `${name}: ${failure}`))
    process.stdout.write(`\nSeconds of the longest files: ${longestOf(testResults)}\n`)
    if (code !== 0 && failed.length === 0) failures.push(`${name}: exit code ${code}, though no test failed`)
    return { passed: numPassedTests, failed: numFailedTests + (code !== 0 && numFailedTests === 0 ? 1 : 0) }
  } catch {
    failures.push(`${name}: exit code ${code}, no report`)
    return { passed: 0, failed: 1 }
  }
}

/**
 * Suites that ask the PostgreSQL they are given; those left out start an embedded one of their own, whichever is given. npm test takes those in which it
 * matters most which server answers: locks, isolation, migrations, what the app's role may do.
 */
const ofAnyPostgres = [
  'planning',
  'auth',
  'rls',
  'database.test',
  'database.migrations',
  'database.history',
  'database.backup',
  'database.containment',
]
const mostOfAnyPostgres = ['planning.writers', 'rls', 'database.test', 'database.migrations', 'database.containment']

/** What takes one processor and no longer than the types do, one after the other. */
function othersThanTypes(): Promise<Counts>[] {
  const lint = check('lint', 'npx', ['oxlint', '--deny-warnings'])
  const format = lint.then(() => check('format', 'npm', ['run', '-s', 'format', '--', '--check']))
  return mode === '--quick' ? [lint, format] : [lint, format, format.then(() => check('build', 'npx', ['vite', 'build']))]
}

async function everything(): Promise<Counts[]> {
  const counts = await Promise.all([check('types', 'npx', ['tsc']), ...othersThanTypes()])
  if (mode !== '--quick' && !ensureHledger())
    process.stdout.write('\nhledger is not here: that it reads a plan as we do is not tested (Debian: apt-get install hledger).\n')
  if (mode !== '--quick' && !ensurePythonCalendar()) {
    process.stdout.write(
      '\npython3-icalendar is not here: that it reads a calendar as we do is not tested (Debian: apt-get install python3-icalendar python3-dateutil).\n',
    )
  }
  if (mode !== '--quick' && !ensurePgBouncer())
    process.stdout.write('\nPgBouncer is not here: that the app works behind it is not tested (Debian: apt-get install pgbouncer).\n')
  if (mode !== '--quick' && !ensureNginx())
    process.stdout.write(
      '\nnginx is not here: that several processes behind it work as one is not tested (Debian: apt-get install nginx-light).\n',
    )
  if (mode === '--quick')
    return [...counts, await suite('core and web', ['core', 'web'], { QUICK: '1' }, ['--maxWorkers=100%', '--no-isolate'])]
  counts.push(await suite('core and web', ['core', 'web']))
  counts.push(await suite('API on the embedded PostgreSQL', ['server', 'server mocking', 'server alone']))
  counts.push(
    await withOwnServer((url) => suite('API on a PostgreSQL by DATABASE_URL', ['server'], { TEST_DATABASE_URL: url }, mostOfAnyPostgres)),
  )
  const browser = ensureChromium()
  if (!browser.ok) {
    process.stdout.write(`\n== journeys\n${browser.message}\n`)
    return [...counts, { passed: 0, failed: 1 }]
  }
  counts.push(await suite('journeys in Chromium', ['journeys']))
  return counts
}

async function slow(): Promise<Counts[]> {
  if (!ensureDebianPostgres())
    process.stdout.write(
      "\nDebian's PostgreSQL is not here: that the app is back after a failover is not tested (apt-get install postgresql).\n",
    )
  const build = spawnSync('npx', ['vite', 'build'], { stdio: 'inherit' })
  if (build.status !== 0) return [{ passed: 0, failed: 1 }]
  const browser = ensureChromium()
  if (!browser.ok) process.stdout.write(`\n${browser.message}\n`)
  return [
    await suite('core and web, every case', ['core', 'web'], { EVERY_CASE: '1' }),
    await suite('journeys in both places, and screens in every theme and language', ['journeys'], { EVERY_CASE: '1' }),
    await withOwnServer((url) =>
      suite('API on a PostgreSQL by DATABASE_URL', ['server', 'server mocking'], { TEST_DATABASE_URL: url }, ofAnyPostgres),
    ),
    await suite('databases of every version, and disks that are full', ['server'], { EVERY_CASE: '1' }, [
      'database.history',
      'database.disk',
    ]),
    await suite('every query of the server failing in every way', ['server'], { EVERY_FAULT: '1' }, ['faults/queries']),
    await suite('slow', ['slow']),
  ]
}

const counts = await (mode === '--slow' ? slow() : everything())
rmSync(folder, { recursive: true, force: true })
const passed = counts.reduce((total, count) => total + count.passed, 0)
const failed = counts.reduce((total, count) => total + count.failed, 0)
if (failures.length > 0) process.stdout.write(`\n== what failed\n\n${failures.join('\n\n')}\n`)
process.stdout.write(`\n${passed} passed, ${failed} failed\n`)
process.exitCode = failed === 0 ? 0 : 1
