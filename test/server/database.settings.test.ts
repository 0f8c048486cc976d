import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { readDatabaseSettings, readSettings } from '../../server/settings.ts'

const folder = mkdtempSync(join(tmpdir(), 'pynance-settings-'))
const secret = 's'.repeat(32)
const base = { DATA_DIR: folder }
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const sentencesOf = (environment: Record<string, string>): string[] => {
  try {
    readSettings(environment)
    return []
  } catch (error) {
    return (error as Error).message.split('\n')
  }
}

describe('settings', () => {
  test('have a default each', () => {
    const { auth_secret, ...rest } = readSettings(base)
    expect(rest).toEqual({
      port: 4780,
      host: '127.0.0.1',
      data_dir: folder,
      database_url: null,
      database_app_url: null,
      database_pool_max: 16,
      allowed_hosts: [],
      public_url: null,
      trusted_proxies: 0,
      sign_up: 'open',
      default_mode: 'local',
      requests_per_minute: 60_000,
      metrics_listen: null,
      crash_reports: 'off',
      smtp_url: null,
      mail_from: null,
      provider: null,
      log_level: 'info',
    })
    expect(auth_secret.length).toBeGreaterThanOrEqual(32)
    expect(readDatabaseSettings({})).toEqual({ data_dir: './data', database_url: null, database_app_url: null })
  })

  test('come from the environment', () => {
    const settings = readSettings({
      ...base,
      PORT: '8080',
      HOST: '0.0.0.0',
      DATABASE_URL: 'postgresql://me:secret@db.example.org:5432/plans',
      DATABASE_POOL_MAX: '40',
      ALLOWED_HOSTS: 'Plan.example.org, other.example.org:8443',
      PUBLIC_URL: 'https://Plan.example.org/',
      TRUSTED_PROXIES: '2',
      AUTH_SECRET: secret,
      SIGN_UP: 'closed',
      DEFAULT_MODE: 'api',
      METRICS_LISTEN: '[::1]:9464',
      CRASH_REPORTS: 'on',
      SMTP_URL: 'smtps://planner:change%20me@mail.example.org',
      MAIL_FROM: 'Planning <plan@example.org>',
      OIDC_ISSUER: 'https://id.example.org/realms/family',
      OIDC_CLIENT_ID: 'planning',
      OIDC_CLIENT_SECRET: 'known to both',
      OIDC_NAME: 'Family ID',
      LOG_LEVEL: 'warn',
    })
    expect(settings).toMatchObject({
      port: 8080,
      database_pool_max: 40,
      allowed_hosts: ['plan.example.org', 'other.example.org:8443'],
      public_url: 'https://plan.example.org',
      trusted_proxies: 2,
      auth_secret: secret,
      sign_up: 'closed',
      default_mode: 'api',
      metrics_listen: { host: '::1', port: 9464 },
      crash_reports: 'on',
      smtp_url: 'smtps://planner:change%20me@mail.example.org',
      mail_from: 'Planning <plan@example.org>',
      provider: {
        issuer: 'https://id.example.org/realms/family',
        client_id: 'planning',
        client_secret: 'known to both',
        name: 'Family ID',
      },
    })
  })

  test('that are set but blank count as not set', () => {
    expect(readSettings({ ...base, PORT: '', DATABASE_URL: ' ', PUBLIC_URL: '', SIGN_UP: '' })).toMatchObject({
      port: 4780,
      database_url: null,
      sign_up: 'open',
    })
  })

  test.each([
    ['PORT', ['seventy', '70000', '-1', '80.5', '1e3']],
    ['HOST', ['my host', 'http://localhost']],
    ['DATABASE_URL', ['mysql://db/plans', 'db.example.org']],
    ['DATABASE_POOL_MAX', ['0', 'many', '501']],
    ['ALLOWED_HOSTS', ['https://plan.example.org', 'a b', '*']],
    ['PUBLIC_URL', ['plan.example.org', 'ftp://plan.example.org', 'https://plan.example.org/plans', 'https://me@plan.example.org']],
    ['TRUSTED_PROXIES', ['yes', '-1', '11']],
    ['AUTH_SECRET', ['short']],
    ['SIGN_UP', ['no']],
    ['DEFAULT_MODE', ['server']],
    ['REQUESTS_PER_MINUTE', ['0', 'unlimited']],
    ['METRICS_LISTEN', ['9464', 'on', '127.0.0.1', '127.0.0.1:70000', 'http://127.0.0.1:9464', '::1:9464']],
    ['CRASH_REPORTS', ['yes']],
    ['SMTP_URL', ['mail.example.org', 'http://mail.example.org', 'smtp://']],
    ['MAIL_FROM', ['Planning', 'plan@example.org, other@example.org', 'Planning <plan>']],
    ['OIDC_NAME', ['x'.repeat(41)]],
    ['LOG_LEVEL', ['loud']],
  ])('of which %s is wrong are refused with one sentence that names it', (name, values) => {
    for (const value of values) {
      const sentences = sentencesOf({ ...base, AUTH_SECRET: secret, [name]: value })
      expect(sentences, value).toHaveLength(1)
      expect(sentences[0]).toMatch(new RegExp(`^${name} must .*\\.$`))
    }
  })

  test.each([
    'id.example.org',
    'http://id.example.org',
    'https://id.example.org/?a=b',
    'https://me@id.example.org',
    'ftp://id.example.org',
  ])('of a provider, %s is no issuer', (issuer) => {
    expect(
      sentencesOf({ ...base, OIDC_ISSUER: issuer, OIDC_CLIENT_ID: 'x', OIDC_CLIENT_SECRET: 'x', PUBLIC_URL: 'https://plan.example.org' }),
    ).toEqual([expect.stringContaining('OIDC_ISSUER must be')])
  })

  test('that are wrong are all listed at once', () => {
    expect(sentencesOf({ ...base, PORT: 'x', SIGN_UP: 'x', LOG_LEVEL: 'x', DATABASE_URL: 'postgresql://db/plans' })).toHaveLength(4)
  })

  test('ask for AUTH_SECRET beside DATABASE_URL, since several apps have to share it', () => {
    expect(sentencesOf({ ...base, DATABASE_URL: 'postgresql://db/plans' })).toEqual([
      expect.stringContaining('AUTH_SECRET is required with DATABASE_URL'),
    ])
  })

  test('ask for an address to send from, and one that links lead to, beside a mail server', () => {
    const halves: Record<string, string>[] = [{}, { MAIL_FROM: 'plan@example.org' }, { PUBLIC_URL: 'https://plan.example.org' }]
    for (const half of halves) {
      expect(sentencesOf({ ...base, SMTP_URL: 'smtp://localhost', ...half })).toEqual([
        expect.stringContaining('SMTP_URL goes with MAIL_FROM'),
      ])
    }
  })

  test('ask for all of a provider, and for the address that it leads back to', () => {
    const whole = {
      OIDC_ISSUER: 'https://id.example.org',
      OIDC_CLIENT_ID: 'planning',
      OIDC_CLIENT_SECRET: 'known to both',
      PUBLIC_URL: 'https://plan.example.org',
    }
    expect(sentencesOf({ ...base, ...whole })).toEqual([])
    for (const missing of Object.keys(whole)) {
      expect(sentencesOf({ ...base, ...whole, [missing]: '' }), missing).toEqual([
        expect.stringContaining('OIDC_ISSUER, OIDC_CLIENT_ID and OIDC_CLIENT_SECRET go together, and with PUBLIC_URL'),
      ])
    }
    expect(
      readSettings({ ...base, ...whole, OIDC_ISSUER: 'http://127.0.0.1:9000' }).provider?.name,
      'on this machine nothing is on the way',
    ).toBe('OpenID')
  })

  test('never show a secret or a password in a sentence', () => {
    const shown = sentencesOf({ ...base, DATABASE_URL: 'postgres:/me:hunter2@db/plans', AUTH_SECRET: 'tooshort' }).join(' ')
    expect(shown).not.toMatch(/hunter2|tooshort/)
  })

  test('are each explained in .env.example, with the default that holds', () => {
    const example = readFileSync(new URL('../../.env.example', import.meta.url), 'utf8')
    const named = Object.fromEntries([...example.matchAll(/^([A-Z_]+)=(.*)$/gm)].map((match) => [match[1], match[2]!]))
    expect(Object.keys(named).sort()).toEqual([
      'ALLOWED_HOSTS',
      'AUTH_SECRET',
      'CRASH_REPORTS',
      'DATABASE_APP_URL',
      'DATABASE_POOL_MAX',
      'DATABASE_URL',
      'DATA_DIR',
      'DEFAULT_MODE',
      'HOST',
      'LOG_LEVEL',
      'MAIL_FROM',
      'METRICS_LISTEN',
      'OIDC_CLIENT_ID',
      'OIDC_CLIENT_SECRET',
      'OIDC_ISSUER',
      'OIDC_NAME',
      'PORT',
      'PUBLIC_URL',
      'REQUESTS_PER_MINUTE',
      'SIGN_UP',
      'SMTP_URL',
      'TRUSTED_PROXIES',
    ])
    expect(readSettings({ ...named, DATA_DIR: folder })).toEqual(readSettings(base))
  })
})

describe('the secret that signs sessions', () => {
  test('is made once, kept for this user alone, and the same ever after', () => {
    const first = readSettings(base).auth_secret
    expect(readSettings(base).auth_secret).toBe(first)
    expect(statSync(join(folder, 'auth-secret')).mode & 0o777).toBe(0o600)
  })

  test('that was damaged is refused, never replaced in silence', () => {
    const damaged = mkdtempSync(join(tmpdir(), 'pynance-settings-'))
    writeFileSync(join(damaged, 'auth-secret'), 'half')
    expect(sentencesOf({ DATA_DIR: damaged })).toEqual([expect.stringContaining('does not hold a secret')])
    rmSync(damaged, { recursive: true })
  })
})
