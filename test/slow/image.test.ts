/**
 * The image of deploy/Dockerfile, built, started as its ordinary user with the embedded database, used, and stopped, by Debian's buildah, which
 * takes no daemon. Where the base image can't be pulled it is made of Debian itself (debootstrap), with this Node and npm.
 */
import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, symlinkSync } from 'node:fs'
import { homedir, tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { isWell, signUp } from '../server/appProcess.ts'

const root = join(import.meta.dirname, '../..')
/** What the image is made from. */
const base = /^FROM (\S+)/m.exec(readFileSync(join(root, 'deploy/Dockerfile'), 'utf8'))![1]!
const folder = mkdtempSync(join(tmpdir(), 'pynance-image-'))

const hasBuildah = process.getuid?.() === 0 && spawnSync('buildah', ['--version']).status === 0
if (!hasBuildah)
  process.stdout.write('\nbuildah is not here, or this is not root: no image is built (Debian: apt-get install buildah debootstrap).\n')

const own = ['--root', join(folder, 'images'), '--runroot', join(folder, 'run')]
const env = { ...process.env, BUILDAH_ISOLATION: 'chroot' }

function buildah(...args: string[]): string {
  const { status, stdout, stderr } = spawnSync('buildah', [...own, ...args], { encoding: 'utf8', env, maxBuffer: 64 * 1024 * 1024 })
  if (status !== 0) throw new Error(`buildah ${args.join(' ')}: ${stdout.slice(-2_000)}${stderr.slice(-2_000)}`)
  return stdout.trim()
}

afterAll(() => {
  if (hasBuildah) spawnSync('buildah', [...own, 'rm', '--all'], { env })
  rmSync(folder, { recursive: true, force: true })
})

/** The base image, pulled or made, with what this machine trusts, so that npm reaches its registry in it. */
function makeBase(): void {
  const isPulled = spawnSync('buildah', [...own, 'pull', base], { env }).status === 0
  const made = buildah('from', ...(isPulled ? ['--pull-never', base] : ['scratch']))
  const files = buildah('mount', made)
  if (!isPulled) {
    const { status, stdout } = spawnSync('debootstrap', ['--variant=minbase', '--include=ca-certificates', 'bookworm', files], {
      encoding: 'utf8',
    })
    expect([status, status === 0 ? '' : stdout.slice(-1_000)]).toEqual([0, ''])
    cpSync(realpathSync(process.execPath), join(files, 'usr/local/bin/node'))
    const npm = realpathSync(spawnSync('which', ['npm'], { encoding: 'utf8', env: { ...env, PATH: pathWithoutProject() } }).stdout.trim())
    mkdirSync(join(files, 'usr/local/lib/node_modules'), { recursive: true })
    cpSync(dirname(dirname(npm)), join(files, 'usr/local/lib/node_modules/npm'), { recursive: true })
    symlinkSync('../lib/node_modules/npm/bin/npm-cli.js', join(files, 'usr/local/bin/npm'))
    expect(spawnSync('chroot', [files, 'useradd', '--uid', '1000', '--user-group', '--create-home', 'node']).status).toBe(0)
  }
  const trusted = process.env.NODE_EXTRA_CA_CERTS
  if (trusted) {
    cpSync(realpathSync(trusted), join(files, 'etc/trusted-here.pem'))
    buildah('config', '--env', 'NODE_EXTRA_CA_CERTS=/etc/trusted-here.pem', made)
  }
  buildah('umount', made)
  buildah('commit', '--quiet', made, base)
}

/** A project's own node_modules/.bin may hold an npm that is none of a system's. */
const pathWithoutProject = (): string =>
  (process.env.PATH ?? '')
    .split(':')
    .filter((one) => !one.includes('node_modules'))
    .join(':')

test.skipIf(!hasBuildah)('the image is built, and runs as its ordinary user with the embedded database', async () => {
  makeBase()
  const context = join(folder, 'context')
  expect(spawnSync('git', ['clone', '--quiet', root, context]).status).toBe(0)
  const npmrc = join(homedir(), '.npmrc')
  const settings = existsSync(npmrc) ? ['-v', `${npmrc}:/usr/local/etc/npmrc:ro`] : []
  buildah(
    'bud',
    '--pull-never',
    '--format',
    'docker',
    '--network',
    'host',
    ...settings,
    '-f',
    'deploy/Dockerfile',
    '-t',
    'planning',
    context,
  )
  const { OCIv1, Docker } = JSON.parse(buildah('inspect', 'localhost/planning')) as {
    OCIv1: { config: { User: string; Cmd: string[] } }
    Docker: { config: { Healthcheck: { Test: string[] } } }
  }
  expect(OCIv1.config).toMatchObject({ User: 'node', Cmd: ['node', 'server/main.ts'] })
  expect(Docker.config.Healthcheck.Test[0]).toBe('CMD')

  const container = buildah('from', '--pull-never', 'localhost/planning')
  buildah('config', '--env', 'PORT=0', '--env', 'HOST=127.0.0.1', container)
  const child = spawn('buildah', [...own, 'run', '--user', 'node', container, '--', ...OCIv1.config.Cmd], {
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let said = ''
  child.stderr.on('data', (text) => (said += text))
  const closed = once(child, 'close')
  const address = await new Promise<string>((resolve, reject) => {
    child.stdout.on('data', (text) => {
      said += text
      const [, found] = / is at (\S+)\n/.exec(said) ?? []
      if (found) resolve(found)
    })
    void closed.then(() => reject(new Error(said)))
  })
  try {
    expect(await isWell(address)).toBe(true)
    const ana = await signUp(address)
    const made = await ana.send(address, 'POST', '/api/planning', { name: 'In a container' })
    expect(made.status).toBe(201)
    expect(buildah('run', '--user', 'node', container, '--', 'sh', '-c', 'id -un; test -w /app && echo writable || echo fixed')).toBe(
      'node\nfixed',
    )
  } finally {
    child.kill('SIGTERM')
    await closed
  }
  await expect(isWell(address)).rejects.toThrow()
})
