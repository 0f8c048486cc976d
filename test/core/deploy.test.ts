/**
 * The files in deploy/ by which the program is installed: each read by a linter of its kind, and held against what the program has. Where systemd or
 * nginx is not, that part says so and is left out (Debian: systemd, nginx-light and openssl).
 */
import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { validate, ValidationSeverity } from 'dockerfile-utils'
import { afterAll, describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { paths } from '../../core/contract/paths.ts'
import { findNginx } from '../../scripts/nginx.ts'

const root = join(import.meta.dirname, '../..')
const deployed = (name: string): string => readFileSync(join(root, 'deploy', name), 'utf8')
const settings = new Set([...readFileSync(join(root, '.env.example'), 'utf8').matchAll(/^([A-Z_]+)=/gm)].map(([, name]) => name!))
const asked = new Set<string>(Object.values(paths))
const isThere = (program: string): boolean => spawnSync(program, ['--version'], { stdio: 'ignore' }).error === undefined
const folder = mkdtempSync(join(tmpdir(), 'pynance-deploy-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** The path that a health check asks for. */
const pathIn = (check: string): string => /127\.0\.0\.1:4780(\/[\w/]+)/.exec(check)![1]!

describe('the Dockerfile', () => {
  const text = deployed('Dockerfile')

  test('has nothing that its linter finds wrong', () => {
    expect(
      validate(text).filter(({ severity }) => severity === ValidationSeverity.ERROR || severity === ValidationSeverity.WARNING),
    ).toEqual([])
  })

  test('runs the server as a user who is not root, so that signals reach it, and asks whether it is alive', () => {
    const users = [...text.matchAll(/^USER (.+)$/gm)].map(([, user]) => user)
    expect(users.at(-1)).toBe('node')
    const command = JSON.parse(/^CMD (\[.+\])$/m.exec(text)![1]!) as string[]
    expect([command[0], existsSync(join(root, command[1]!))]).toEqual(['node', true])
    expect(asked).toContain(`GET ${pathIn(/^HEALTHCHECK .*$/m.exec(text)![0])}`)
  })

  test('sets nothing that is no setting, and takes no secret and no data of this folder into the image', () => {
    const set = [.../^ENV (.+)$/m.exec(text)![1]!.matchAll(/([A-Z_]+)=/g)].map(([, name]) => name!)
    expect(set.filter((name) => name !== 'NODE_ENV' && !settings.has(name))).toEqual([])
    expect(readFileSync(join(root, '.dockerignore'), 'utf8').split('\n')).toEqual(
      expect.arrayContaining(['.env', 'data', 'node_modules', '.git']),
    )
  })
})

describe('the compose file', () => {
  interface Service {
    user?: string
    environment: Record<string, string | number>
    healthcheck?: { test: string[] }
    ports?: string[]
    volumes?: string[]
    depends_on?: Record<string, { condition: string }>
    build?: { context: string; dockerfile: string }
  }
  const { services, volumes } = parse(deployed('compose.yaml'), { strict: true, uniqueKeys: true }) as {
    services: { app: Service; database: Service }
    volumes: object
  }
  const { app, database } = services

  test('gives the app settings that there are, an ordinary user, and a check of a route that there is', () => {
    expect(Object.keys(app.environment).filter((name) => !settings.has(name))).toEqual([])
    expect(app.user).toBe('node')
    expect(existsSync(join(root, 'deploy', app.build!.context, app.build!.dockerfile))).toBe(true)
    expect(asked).toContain(`GET ${pathIn(app.healthcheck!.test.join(' '))}`)
  })

  test('keeps the database in a volume, out of reach from elsewhere, and starts the app once it answers', () => {
    expect([database.ports, app.ports]).toEqual([undefined, ['127.0.0.1:4780:4780']])
    expect(database.volumes!.map((volume) => volume.split(':')[0])).toEqual(Object.keys(volumes))
    expect([app.depends_on, database.healthcheck !== undefined]).toEqual([{ database: { condition: 'service_healthy' } }, true])
  })

  test('holds no secret, and refuses to start without them', () => {
    for (const secret of ['AUTH_SECRET', 'DATABASE_PASSWORD']) {
      const uses = [...deployed('compose.yaml').matchAll(new RegExp(`\\$\\{${secret}([^}]*)\\}`, 'g'))]
      expect(uses.length).toBeGreaterThan(0)
      for (const [, otherwise] of uses) expect(otherwise).toMatch(/^:\?/)
    }
  })
})

const hasSystemd = isThere('systemd-analyze')
test.runIf(hasSystemd).each(['pynance-planning.service', 'pynance-planning-backup.service', 'pynance-planning-backup.timer'])(
  '%s is one that systemd takes',
  (name) => {
    if (name.endsWith('.timer')) writeFileSync(join(folder, name.replace('.timer', '.service')), '[Service]\nExecStart=/bin/true\n')
    const unit = deployed(name)
      .replace('User=pynance', 'User=daemon')
      .replace('WorkingDirectory=/opt/pynance-planning', `WorkingDirectory=${root}`)
      .replace('/opt/pynance-planning/node_modules/.bin/node', process.execPath)
    expect(unit).not.toContain('/opt/')
    const file = join(folder, name)
    writeFileSync(file, unit)
    const { status, stdout, stderr } = spawnSync('systemd-analyze', ['verify', '--man=no', '--recursive-errors=no', file], {
      encoding: 'utf8',
    })
    expect([status, (stdout + stderr).split('\n').filter((line) => line.includes('pynance'))]).toEqual([0, []])
  },
)

const nginx = findNginx()
test.runIf(nginx !== null && isThere('openssl'))('the example for nginx is one that nginx takes', () => {
  const certificate = spawnSync(
    'openssl',
    [
      'req',
      '-x509',
      '-newkey',
      'rsa:2048',
      '-nodes',
      '-keyout',
      join(folder, 'privkey.pem'),
      '-out',
      join(folder, 'fullchain.pem'),
      '-subj',
      '/CN=plan.example.org',
      '-days',
      '1',
    ],
    { encoding: 'utf8' },
  )
  expect(certificate.status).toBe(0)
  const places = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map((name) => `${name}_temp_path ${join(folder, name)};`).join(' ')
  const example = deployed('nginx.conf').replaceAll('/etc/ssl/plan.example.org', folder)
  const file = join(folder, 'nginx.conf')
  writeFileSync(file, `pid ${join(folder, 'pid')}; error_log stderr; events {} http { access_log off; ${places}\n${example}\n}\n`)
  const { status, stderr } = spawnSync(nginx!, ['-t', '-q', '-p', folder, '-c', file], { encoding: 'utf8' })
  expect([status, stderr]).toEqual([0, ''])
})

for (const [what, isHere] of [
  ['systemd-analyze: the systemd unit', hasSystemd],
  ['nginx: its example', nginx !== null],
] as const) {
  if (!isHere) process.stdout.write(`\nThere is no ${what} is not checked.\n`)
}
