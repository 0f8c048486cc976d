import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { scrypt } from '../../server/auth/betterAuth.ts'
import { startEmbedded } from '../../server/database/embedded.ts'
import { migrate } from '../../server/database/migrate.ts'
import { openDatabase } from '../../server/database/connect.ts'
import { planAt } from './feed.ts'
import { feedOf as makeFeed } from './feed.ts'
import { authApp, goodPassword, type AuthApp } from './authApp.ts'
import { asOwner, emptyDatabase } from './freshDatabase.ts'

const script = join(import.meta.dirname, '../../scripts/reset-password.ts')

async function run(
  environment: Record<string, string>,
  given: string[],
  input = '',
): Promise<{ code: number; output: string; errors: string }> {
  const child = spawn(process.execPath, [script, ...given], { cwd: tmpdir(), env: { ...process.env, DATABASE_URL: '', ...environment } })
  const [output, errors] = [text(child.stdout), text(child.stderr)]
  child.stdin.end(input)
  const [code] = await once(child, 'close')
  return { code, output: await output, errors: await errors }
}

let app: AuthApp
beforeAll(async () => {
  app = await authApp({ hashing: scrypt })
})
afterAll(() => app.close())

const feedOf = (user_id: string) => makeFeed(app.fresh.database, user_id)
const nameAt = async (secret: string) => (await planAt(app.fresh.database, secret))?.name ?? null
const signIn = async (email: string, password: string) =>
  (await app.ask('POST', '/api/auth/sign-in/email', { email, password }, { address: '' })).status

describe('npm run reset-password', () => {
  test('prints a new password once, which works; the old one, all sessions, tokens and calendar addresses have ended', async () => {
    const ana = await app.person()
    const ben = await app.person()
    for (const { cookie } of [ana, ben]) await app.ask('POST', '/api/tokens', { name: 'Backup', scope: 'read' }, { cookie })
    const [anas, bens] = [await feedOf(ana.user_id), await feedOf(ben.user_id)]
    const { code, output } = await run({ DATABASE_URL: app.fresh.url }, [ana.email.toUpperCase()])
    expect(code).toBe(0)
    expect(output).toContain('Sessions ended: 1. Tokens revoked: 1. Calendar addresses revoked: 1.')
    const password = / is (\S+) \(it is shown this once\)/.exec(output)![1]!
    expect(password).toMatch(/^([a-z2-9]{4}-){5}[a-z2-9]{4}$/)
    expect(await signIn(ana.email, ana.password)).toBe(401)
    expect(await signIn(ana.email, password)).toBe(200)
    expect((await app.ask('GET', '/api/who', undefined, { cookie: ana.cookie })).status).toBe(401)
    expect((await app.ask('GET', '/api/tokens', undefined, { cookie: ben.cookie })).body).toHaveLength(1)
    expect([await nameAt(anas), await nameAt(bens)]).toEqual([null, 'Baseline'])
  })

  test('takes a password from standard input and does not print it', async () => {
    const ana = await app.person()
    const { code, output } = await run({ DATABASE_URL: app.fresh.url }, [ana.email, '--stdin'], 'seven slow herons at the weir\n')
    expect(code).toBe(0)
    expect(output).not.toContain('herons')
    expect(await signIn(ana.email, 'seven slow herons at the weir')).toBe(200)
  })

  test.each([
    ['an account that is not there', ['nobody@example.com'], '', 'There is no account with the e-mail address nobody@example.com.'],
    ['no account named', [], '', 'Name the account'],
    ['two accounts named', ['a@example.com', 'b@example.com'], '', 'Name the account'],
    ['a password too short', ['nobody@example.com', '--stdin'], 'short', '15 characters or more'],
  ])('%s is refused with a sentence', async (_name, given, input, sentence) => {
    const { code, errors } = await run({ DATABASE_URL: app.fresh.url }, given, input)
    expect(code).toBe(1)
    expect(errors).toContain(sentence)
    expect(errors).not.toContain('    at ')
  })

  test('a database without accounts is refused with a sentence', async () => {
    const empty = await emptyDatabase()
    const { code, errors } = await run({ DATABASE_URL: empty.url }, ['ana@example.com'])
    expect([code, errors]).toEqual([1, 'There are no accounts in this database yet. Start the app first.\n'])
    await empty.drop()
  })

  test('works beside an app that runs on the embedded database, and when none does', async () => {
    const dataDir = mkdtempSync(join(tmpdir(), 'pynance-reset-'))
    const server = await startEmbedded({ dataDir })
    await migrate({ connection: server.url })
    await asOwner(server.url, (client) => client.query(`insert into "user" (id, name, email) values ('ana', 'Ana', 'ana@example.com')`))
    const password = async (url: string): Promise<string> => {
      const database = openDatabase({ connection: url, max: 1 })
      const { password: hash } = await database.db
        .selectFrom('account')
        .select('password')
        .where('userId', '=', 'ana')
        .executeTakeFirstOrThrow()
      await database.close()
      return hash!
    }
    expect((await run({ DATA_DIR: dataDir }, ['ana@example.com', '--stdin'], goodPassword)).code).toBe(0)
    expect(await scrypt.verify({ hash: await password(server.url), password: goodPassword })).toBe(true)
    await server.stop()
    expect((await run({ DATA_DIR: dataDir }, ['ana@example.com', '--stdin'], 'seven slow herons at the weir')).code).toBe(0)
    const again = await startEmbedded({ dataDir })
    expect(await scrypt.verify({ hash: await password(again.url), password: 'seven slow herons at the weir' })).toBe(true)
    await again.stop()
    rmSync(dataDir, { recursive: true, force: true })
  })
})
