import { execFile, execFileSync, spawnSync } from 'node:child_process'
import { createHash, randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { lstatSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { sealOf, tablesInBackup, tablesNotInBackup, writeBackup } from '../../server/database/backup.ts'
import { migrate } from '../../server/database/migrate.ts'
import { migrations } from '../../server/database/migrations/list.ts'
import { restoreBackup } from '../../server/database/restore.ts'
import { addUser, asOwner, emptyDatabase, freshDatabase, type FreshDatabase } from './freshDatabase.ts'

const folder = mkdtempSync(join(tmpdir(), 'pynance-backup-'))
const file = join(folder, 'all.backup')
const created_at = '2026-07-01T08:00:00.000Z'
let source: FreshDatabase
const targets: (() => Promise<void>)[] = []

const contents = (url: string) =>
  asOwner(url, async (client) => {
    const found: Record<string, string[]> = {}
    for (const table of tablesInBackup) {
      found[table] = (await client.query(`select t::text as row from "${table}" t order by 1`)).rows.map((row) => row.row)
    }
    return found
  })
const target = async (): Promise<string> => {
  const { url, drop } = await emptyDatabase()
  targets.push(drop)
  return url
}

beforeAll(async () => {
  source = await freshDatabase()
  for (let person = 0; person < 3; person += 1) {
    const user = await addUser(source.url)
    await asOwner(source.url, async (client) => {
      await client.query(
        `insert into planning_scenarios (user_id, id, name, planning_balance_cents, start_date, currency_code, created_at, deleted_at, opening_pots, floor_cents, parent_id, parent_revision)
         select $1, gen_random_uuid(), 'Plan ' || n || E' \\u2028 "quoted" 🌱', -900000000000000 + n, '2026-07-01', 'KWD', '2026-07-01T08:00:00.123Z', case when n = 3 then now() end,
           '[ {"target":"goal:\\u00e9 ]","amount_cents":900000000000000}]', -5, case when n = 2 then gen_random_uuid() end, case when n = 2 then 7 end
         from generate_series(1, 3) n`,
        [user],
      )
      await client.query(
        `insert into planned_bills (user_id, scenario_id, id, position, name, amount_cents, due_date, category, predicted, schedule, exceptions)
         select user_id, id, gen_random_uuid(), n, 'Bill ' || n, 900000000000000 - n, case when n % 2 = 0 then date '2028-02-29' end, nullif('c', 'c'), n % 3 = 0,
           case when n % 4 = 0 then '{"every":1, "unit":"month", "z":1, "a":2}'::json end, '{"2026-01-01":{"rest":"dropped"}}'
         from planning_scenarios, generate_series(0, 399) n where user_id = $1`,
        [user],
      )
      await client.query(
        `insert into planned_incomes (user_id, scenario_id, id, position, name, amount_cents, amount_low_cents, amount_high_cents, evidence)
         select user_id, id, gen_random_uuid(), n, 'Pay ' || n, 5, 4, 900000000000000, '{"payee":"x","confidence":0.30000000000000004}' from planning_scenarios, generate_series(0, 9) n where user_id = $1`,
        [user],
      )
      await client.query(
        `insert into scenario_goals (user_id, scenario_id, id, position, name, target_cents, target_date)
         select user_id, id, gen_random_uuid(), n, 'Goal ' || n, n, '2028-02-29' from planning_scenarios, generate_series(0, 4) n where user_id = $1`,
        [user],
      )
      await client.query(
        `insert into scenario_allocations (user_id, scenario_id, id, position, target, kind, value)
         select user_id, id, gen_random_uuid(), n, 'savings:' || n, 'percent', 10 from planning_scenarios, generate_series(0, 9) n where user_id = $1`,
        [user],
      )
      await client.query(
        `insert into planning_revisions (user_id, scenario_id, revision, state, bytes)
         select user_id, id, n, repeat(md5(n::text), 4000), 128000 from planning_scenarios, generate_series(1, 20) n where user_id = $1`,
        [user],
      )
      await client.query(
        `insert into planning_edits (user_id, scenario_id, edit_id, revision, updated_at) select user_id, id, gen_random_uuid(), n, now() from planning_scenarios, generate_series(1, 20) n where user_id = $1`,
        [user],
      )
      await client.query(
        `insert into session (id, "userId", token, "expiresAt", "createdAt", "updatedAt") values ($1, $1, $2, now() + interval '1 day', now(), now())`,
        [user, createHash('sha256').update(randomUUID()).digest('hex')],
      )
    })
  }
  await writeBackup({ connection: source.url, file, created_at })
})
afterAll(async () => {
  for (const drop of targets) await drop()
  await source.close()
  rmSync(folder, { recursive: true, force: true })
})

describe('a backup', () => {
  test('into an empty database is identical, but for sessions', async () => {
    const url = await target()
    expect(await restoreBackup({ connection: url, file })).toMatchObject({
      user: 3,
      planning_scenarios: 9,
      planned_bills: 3600,
      planned_incomes: 90,
      scenario_goals: 45,
    })
    expect(await contents(url)).toEqual(await contents(source.url))
    const sessions = await asOwner(url, (client) => client.query('select from session'))
    expect(sessions.rowCount).toBe(0)
  })

  test('of a restored database is the same file again', async () => {
    const url = await target()
    await restoreBackup({ connection: url, file })
    const again = join(folder, 'again.backup')
    await writeBackup({ connection: url, file: again, created_at })
    expect(readFileSync(again).equals(readFileSync(file))).toBe(true)
  })

  test('holds every table but those it names as left out', async () => {
    const inDatabase = await asOwner(source.url, (client) =>
      client.query<{ relname: string }>(`select relname from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace`),
    )
    expect([...tablesInBackup, ...tablesNotInBackup].sort()).toEqual(inDatabase.rows.map((row) => row.relname).sort())
  })

  test('holds no session, and can be read by its owner alone', () => {
    expect(readFileSync(file, 'utf8')).not.toContain('"session"')
    expect(statSync(file).mode & 0o777).toBe(0o600)
  })

  test('of JSON that somebody wrote over several lines is whole all the same', async () => {
    const little = await freshDatabase()
    const user = await addUser(little.url)
    const pots = '[\n  {"target": "savings:\\n",\n   "amount_cents": 5}\n]'
    await asOwner(little.url, (client) =>
      client.query(
        `insert into planning_scenarios (user_id, id, name, start_date, opening_pots) values ($1, gen_random_uuid(), 'Plan', '2026-07-01', $2)`,
        [user, pots],
      ),
    )
    const lines = join(folder, 'lines.backup')
    await writeBackup({ connection: little.url, file: lines, created_at })
    await little.close()
    const url = await target()
    await restoreBackup({ connection: url, file: lines })
    expect((await asOwner(url, (client) => client.query('select opening_pots from planning_scenarios'))).rows).toEqual([
      { opening_pots: JSON.parse(pots) },
    ])
  })

  test('that cannot be finished leaves no file, and the one of before as it was', async () => {
    const before = readFileSync(file)
    await expect(writeBackup({ connection: await target(), file, created_at })).rejects.toThrow('There is nothing to back up')
    expect(readFileSync(file).equals(before)).toBe(true)
    await expect(writeBackup({ connection: source.url, file: join(folder, 'no', 'such', 'folder'), created_at })).rejects.toThrow(
      'cannot be written',
    )
    expect(readdirSync(folder).filter((name) => name.includes('unfinished'))).toEqual([])
  })

  test('replaces a plain file alone: whatever else has its name is left as it is, and named', async () => {
    const place = mkdtempSync(join(folder, 'special-'))
    const at = (name: string): string => join(place, name)
    writeFileSync(at('plain'), 'of before')
    mkdirSync(at('folder'))
    symlinkSync(at('plain'), at('link'))
    symlinkSync(at('nowhere'), at('dangling'))
    symlinkSync(at('folder'), at('link to a folder'))
    execFileSync('mkfifo', [at('pipe')])
    const socket = createServer().listen(at('socket'))
    await once(socket, 'listening')
    const kinds: [string, string][] = [
      ['folder', 'a folder'],
      ['link', `a link to ${at('plain')}`],
      ['dangling', `a link to ${at('nowhere')}`],
      ['link to a folder', `a link to ${at('folder')}`],
      ['pipe', 'a pipe (FIFO)'],
      ['socket', 'a socket'],
    ]
    // Only root may make a device.
    if (spawnSync('mknod', [at('device'), 'c', '1', '3']).status === 0) kinds.push(['device', 'a device'])
    const before = readdirSync(place).map((name) => [name, lstatSync(at(name)).ino, lstatSync(at(name)).mode])
    for (const [name, kind] of kinds)
      await expect(writeBackup({ connection: source.url, file: at(name), created_at }), name).rejects.toThrow(
        `${at(name)} is ${kind}, which is left as it is.`,
      )
    expect(readdirSync(place).map((name) => [name, lstatSync(at(name)).ino, lstatSync(at(name)).mode])).toEqual(before)
    expect(readFileSync(at('plain'), 'utf8')).toBe('of before')
    await writeBackup({ connection: source.url, file: at('plain'), created_at })
    expect(readFileSync(at('plain')).equals(readFileSync(file))).toBe(true)
    socket.close()
  })

  test('never writes through a link that stands where the unfinished file would', async () => {
    const place = mkdtempSync(join(folder, 'link-'))
    const elsewhere = join(place, 'elsewhere')
    writeFileSync(elsewhere, 'untouched')
    symlinkSync(elsewhere, join(place, `all.backup.${process.pid}.unfinished`))
    await expect(writeBackup({ connection: source.url, file: join(place, 'all.backup'), created_at })).rejects.toThrow('cannot be written')
    expect([readFileSync(elsewhere, 'utf8'), readdirSync(place).includes('all.backup')]).toEqual(['untouched', false])
  })

  test('sees one moment, whatever is written meanwhile', async () => {
    const user = await addUser(source.url)
    let writing = true
    const writer = (async () => {
      while (writing) {
        await asOwner(source.url, async (client) => {
          await client.query('begin')
          const id = randomUUID()
          await client.query(`insert into planning_scenarios (user_id, id, name, start_date) values ($1, $2, $3, '2026-07-01')`, [
            user,
            id,
            id,
          ])
          await client.query(
            `insert into planned_bills (user_id, scenario_id, id, position, name, amount_cents) values ($1, $2, gen_random_uuid(), 0, 'Rent', 1)`,
            [user, id],
          )
          await client.query('commit')
        })
      }
    })()
    const moving = join(folder, 'moving.backup')
    await writeBackup({ connection: source.url, file: moving, created_at })
    writing = false
    await writer
    const url = await target()
    await restoreBackup({ connection: url, file: moving })
    const { rows } = await asOwner(url, (client) =>
      client.query(
        `select (select count(*) from planning_scenarios where user_id = $1) = (select count(*) from planned_bills where user_id = $1) as whole`,
        [user],
      ),
    )
    expect(rows).toEqual([{ whole: true }])
    await asOwner(source.url, (client) => client.query('delete from "user" where id = $1', [user]))
  })
})

describe('a restore', () => {
  const small = join(folder, 'small.backup')
  const damagedFile = join(folder, 'damaged.backup')
  let whole: Buffer
  let into: string

  beforeAll(async () => {
    const little = await freshDatabase()
    const user = await addUser(little.url)
    await asOwner(little.url, (client) =>
      client.query(`insert into planning_scenarios (user_id, id, name, start_date) values ($1, gen_random_uuid(), 'Plan', '2026-07-01')`, [
        user,
      ]),
    )
    await writeBackup({ connection: little.url, file: small, created_at })
    await little.close()
    whole = readFileSync(small)
    into = await target()
  })
  const untouched = async (): Promise<boolean> =>
    (await asOwner(into, (client) => client.query(`select from pg_class where relnamespace = 'public'::regnamespace`))).rowCount === 0

  test('refuses a file in which any one byte was changed, before it touches anything', async () => {
    for (let at = 0; at < whole.length; at += 1) {
      const bytes = Buffer.from(whole)
      bytes[at] = bytes[at]! ^ 1
      writeFileSync(damagedFile, bytes)
      await expect(restoreBackup({ connection: into, file: damagedFile }), `byte ${at}`).rejects.toThrow(/damaged|no backup|newer app/)
    }
    expect(await untouched()).toBe(true)
  })

  test('refuses a file cut off anywhere, and one with something behind its end', async () => {
    for (let length = 0; length < whole.length; length += 7) {
      writeFileSync(damagedFile, whole.subarray(0, length))
      await expect(restoreBackup({ connection: into, file: damagedFile }), `${length} bytes`).rejects.toThrow(/damaged|no backup/)
    }
    for (const more of ['\n', ' ', '{}\n', whole.toString()]) {
      writeFileSync(damagedFile, whole.toString() + more)
      await expect(restoreBackup({ connection: into, file: damagedFile })).rejects.toThrow('damaged')
    }
    writeFileSync(damagedFile, whole.subarray(0, -1))
    await expect(restoreBackup({ connection: into, file: damagedFile })).rejects.toThrow('damaged')
    expect(await untouched()).toBe(true)
  })

  test('refuses a file that is not there, and one of a newer app', async () => {
    await expect(restoreBackup({ connection: into, file: join(folder, 'none') })).rejects.toThrow('cannot be read')
    writeFileSync(damagedFile, whole.toString().replace(/"schema":"[^"]*"/, '"schema":"9999_future"'))
    await expect(restoreBackup({ connection: into, file: damagedFile })).rejects.toThrow('newer app')
    expect(await untouched()).toBe(true)
  })

  test('refuses a database that holds accounts, and leaves it as it is', async () => {
    const before = await contents(source.url)
    await expect(restoreBackup({ connection: source.url, file: small })).rejects.toThrow('already holds accounts')
    expect(await contents(source.url)).toEqual(before)
  })

  test('of rows the database refuses restores none of them', async () => {
    const url = await target()
    const rows = whole.toString().split('\n').slice(0, -3)
    rows.push(
      rows
        .at(-1)!
        .replace('"Plan"', '"Other"')
        .replace(/"user_id":"[^"]*"/, '"user_id":"nobody"'),
    )
    const text = `${rows.join('\n')}\n${JSON.stringify({ counts: { user: 1, planning_scenarios: 2 } })}\n`
    writeFileSync(damagedFile, text + sealOf(createHash('sha256').update(text).digest('hex')))
    await expect(restoreBackup({ connection: url, file: damagedFile })).rejects.toThrow('foreign key')
    expect((await contents(url)).user).toEqual([])
  })

  test('of an older schema goes into an empty database and is brought up to date', async () => {
    const names = Object.keys(migrations)
    const older = Object.fromEntries(Object.entries(migrations).slice(0, -1))
    const old = await target()
    await migrate({ connection: old, migrations: older })
    const user = await addUser(old)
    await asOwner(old, async (client) => {
      await client.query(
        `insert into planning_scenarios (user_id, id, name, start_date) values ($1, gen_random_uuid(), 'Plan', '2026-07-01')`,
        [user],
      )
      await client.query(
        `insert into planned_bills (user_id, scenario_id, id, position, name, amount_cents) select user_id, id, gen_random_uuid(), 0, 'Rent', 1 from planning_scenarios`,
      )
    })
    const oldFile = join(folder, 'old.backup')
    await writeBackup({ connection: old, file: oldFile, created_at })
    const url = await target()
    await restoreBackup({ connection: url, file: oldFile })
    const { rows } = await asOwner(url, (client) => client.query('select name from kysely_migration order by 1'))
    expect(rows.map((row) => row.name)).toEqual(names)
    const restored = await contents(url)
    expect(restored.user).toEqual([expect.stringContaining(user)])
    expect([restored.planning_scenarios, restored.planned_bills].map((found) => found?.length)).toEqual([1, 1])
    expect(restored.planned_bills![0]).toContain('Rent')
    const present = await freshDatabase()
    await expect(restoreBackup({ connection: present.url, file: oldFile })).rejects.toThrow('older schema')
    await present.close()
  })
})

test('the two commands work on a DATA_DIR with no app running', async () => {
  const run = promisify(execFile)
  const command = (name: string, dataDir: string, ...args: string[]) =>
    run(process.execPath, [join(import.meta.dirname, '../../scripts', `${name}.ts`), ...args], {
      env: { ...process.env, DATABASE_URL: '', DATA_DIR: dataDir },
      cwd: folder,
    })
  const other = join(folder, 'other.backup')
  expect((await command('restore', join(folder, 'data'), file)).stdout).toBe(
    'Restored; accounts: 3, scenarios: 9. Sessions and API tokens are not brought back.\n',
  )
  expect((await command('backup', join(folder, 'data'), other)).stdout).toContain('accounts: 3, scenarios: 9')
  const rowsOf = (path: string): string => readFileSync(path, 'utf8').split('\n').slice(1, -2).join('\n')
  expect(rowsOf(other) === rowsOf(file)).toBe(true)
  await expect(command('restore', join(folder, 'data'), file)).rejects.toMatchObject({
    code: 1,
    stderr: expect.stringContaining('already holds accounts'),
  })
})
