/** What whoever runs the place may set: the environment, checked at start, each wrong one named in a sentence. */
import { randomBytes } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { inDataDir, openDataDir } from './database/dataDir.ts'
import { Refusal } from './refusal.ts'
import { makeFile } from './wholeFile.ts'

type Environment = Record<string, string | undefined>

const wholeNumber = (name: string, from: number, to: number, byDefault: number, sentence: string) =>
  z
    .string()
    .default(String(byDefault))
    .refine((text) => /^\d{1,9}$/.test(text) && Number(text) >= from && Number(text) <= to, `${name} must be ${sentence}.`)
    .transform(Number)

const oneOf = <const T extends readonly [string, ...string[]]>(name: string, values: T, byDefault: T[number]) =>
  z
    .string()
    .default(byDefault)
    .pipe(z.enum(values, `${name} must be one of: ${values.join(', ')}.`))

const postgresUrl = (name: string) =>
  z
    .string()
    .refine(
      (text) => /^postgres(ql)?:\/\//.test(text) && URL.canParse(text),
      `${name} must be a URL such as postgresql://user:password@host:5432/database.`,
    )
    .nullable()
    .default(null)

/** scheme://host[:port] and nothing behind it. */
const originSchema = z
  .string()
  .transform((text) => text.replace(/\/$/, ''))
  .refine(
    (text) => /^https?:\/\//.test(text) && URL.canParse(text) && new URL(text).origin === text.toLowerCase(),
    'PUBLIC_URL must be the address people see, without a path, such as https://plan.example.org.',
  )
  .transform((text) => text.toLowerCase())
  .nullable()
  .default(null)

const smtpUrl = z
  .string()
  .refine(
    (text) => /^smtps?:\/\//.test(text) && URL.canParse(text) && new URL(text).hostname !== '',
    'SMTP_URL must be a URL such as smtps://user:password@mail.example.org, or smtp:// with a port, for STARTTLS.',
  )
  .nullable()
  .default(null)

/** An address, or a name with the address behind it. */
const mailFrom = z
  .string()
  .refine(
    (text) => /^[^<>@\s]+@[^<>@\s]+$|^[^<>\r\n]{1,120} <[^<>@\s]+@[^<>@\s]+>$/.test(text),
    'MAIL_FROM must be the address that mails come from, such as plan@example.org or Planning <plan@example.org>.',
  )
  .nullable()
  .default(null)

const hostList = z
  .string()
  .default('')
  .transform((text) =>
    text
      .split(',')
      .map((host) => host.trim().toLowerCase())
      .filter((host) => host !== ''),
  )
  .refine(
    (hosts) => hosts.every((host) => /^(\[[0-9a-f:.]+\]|[a-z0-9._-]+)(:\d{1,5})?$/.test(host)),
    'ALLOWED_HOSTS must be host names with commas between them, such as plan.example.org,plan.example.org:8443.',
  )

/** Of a provider as its discovery names it; what is read from it signs people in, so nobody on the way may change it. */
const issuerUrl = z
  .string()
  .refine(
    (text) => URL.canParse(text) && (text.startsWith('https://') || isLoopback(new URL(text))) && !/[?#@]/.test(text),
    'OIDC_ISSUER must be the https:// address by which the provider names itself, such as https://id.example.org/realms/family.',
  )
  .nullable()
  .default(null)
const isLoopback = ({ protocol, hostname }: URL): boolean => protocol === 'http:' && ['localhost', '127.0.0.1', '[::1]'].includes(hostname)

const providerName = z
  .string()
  .refine((text) => text.length <= 40, 'OIDC_NAME must be what stands on the button, in 40 characters or less.')
  .default('OpenID')

/** host:port, with an IPv6 address in brackets. */
const listenAddress = z
  .string()
  .transform((text) => /^(?:\[([0-9A-Fa-f:.]+)\]|([A-Za-z0-9._-]+)):(\d{1,5})$/.exec(text))
  .refine(
    (found) => found !== null && Number(found[3]) <= 65_535,
    'METRICS_LISTEN must be an address and a port of this machine, such as 127.0.0.1:9464.',
  )
  .transform((found) => ({ host: found?.[1] ?? found?.[2] ?? '', port: Number(found?.[3]) }))
  .nullable()
  .default(null)

/** Fewest characters of a secret that signs sessions. */
const secretCharacters = 32

const databaseVariables = {
  DATA_DIR: z.string().default('./data'),
  DATABASE_URL: postgresUrl('DATABASE_URL'),
  DATABASE_APP_URL: postgresUrl('DATABASE_APP_URL').refine(
    (text) => text === null || new URL(text).username !== '',
    'DATABASE_APP_URL must name the user that the app logs in as.',
  ),
}

const variables = {
  PORT: wholeNumber('PORT', 0, 65_535, 4780, 'a port from 1 to 65535, or 0 for any free one'),
  HOST: z
    .string()
    .default('127.0.0.1')
    .refine(
      (text) => /^[A-Za-z0-9.:_-]+$/.test(text),
      'HOST must be an address or a name of this machine, such as 127.0.0.1, or 0.0.0.0 for all of them.',
    ),
  ...databaseVariables,
  DATABASE_POOL_MAX: wholeNumber('DATABASE_POOL_MAX', 1, 500, 16, 'a number of connections from 1 to 500'),
  ALLOWED_HOSTS: hostList,
  PUBLIC_URL: originSchema,
  TRUSTED_PROXIES: wholeNumber('TRUSTED_PROXIES', 0, 10, 0, 'the number of proxies in front of this app, from 0 to 10'),
  AUTH_SECRET: z
    .string()
    .refine(
      (text) => text.length >= secretCharacters,
      `AUTH_SECRET must have ${secretCharacters} characters or more; "openssl rand -base64 32" makes one.`,
    )
    .nullable()
    .default(null),
  SIGN_UP: oneOf('SIGN_UP', ['open', 'closed'], 'open'),
  DEFAULT_MODE: oneOf('DEFAULT_MODE', ['local', 'api'], 'local'),
  REQUESTS_PER_MINUTE: wholeNumber(
    'REQUESTS_PER_MINUTE',
    10,
    100_000_000,
    60_000,
    'the requests one account may make in a minute, from 10 to 100000000',
  ),
  SMTP_URL: smtpUrl,
  MAIL_FROM: mailFrom,
  OIDC_ISSUER: issuerUrl,
  OIDC_CLIENT_ID: z.string().nullable().default(null),
  OIDC_CLIENT_SECRET: z.string().nullable().default(null),
  OIDC_NAME: providerName,
  METRICS_LISTEN: listenAddress,
  CRASH_REPORTS: oneOf('CRASH_REPORTS', ['on', 'off'], 'off'),
  LOG_LEVEL: oneOf('LOG_LEVEL', ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'], 'info'),
}

export interface DatabaseSettings {
  data_dir: string
  /** null: the embedded database in data_dir. */
  database_url: string | null
  /** Of the role the app logs in as; null: the one that is made for it. */
  database_app_url: string | null
}

export interface ProviderSettings {
  /** As its discovery names it. */
  issuer: string
  client_id: string
  client_secret: string
  /** As it is called on buttons. */
  name: string
}

export interface Settings extends DatabaseSettings {
  port: number
  host: string
  database_pool_max: number
  /** Host names, in lower case, with or without a port, under which the app answers beside its own. */
  allowed_hosts: string[]
  /** The origin people see; null: the app's own address. */
  public_url: string | null
  trusted_proxies: number
  auth_secret: string
  sign_up: 'open' | 'closed'
  default_mode: 'local' | 'api'
  /** Of one account; one client address may make four times as many. */
  requests_per_minute: number
  /** The server that mails are sent by, and the address they come from; null: none are. */
  smtp_url: string | null
  mail_from: string | null
  /** By which people can sign in besides (OpenID Connect); null: none. */
  provider: ProviderSettings | null
  /** Where metrics are answered; null: nowhere. */
  metrics_listen: { host: string; port: number } | null
  /** Whether faults of the web app in people's browsers are taken and logged. */
  crash_reports: 'on' | 'off'
  log_level: 'fatal' | 'error' | 'warn' | 'info' | 'debug' | 'trace' | 'silent'
}

/** All settings of the app. Makes and keeps a secret in DATA_DIR when none is given. */
export function readSettings(environment: Environment): Settings {
  const { sentences, values } = check(z.object(variables), environment)
  if (given(environment, 'DATABASE_URL') && !given(environment, 'AUTH_SECRET')) {
    sentences.push(
      'AUTH_SECRET is required with DATABASE_URL, the same for every app on that database; "openssl rand -base64 32" makes one.',
    )
  }
  if (given(environment, 'DATABASE_APP_URL') && !given(environment, 'DATABASE_URL')) {
    sentences.push('DATABASE_APP_URL goes with DATABASE_URL, which names the owner of the tables.')
  }
  if (values && values.SMTP_URL !== null && (values.MAIL_FROM === null || values.PUBLIC_URL === null)) {
    sentences.push('SMTP_URL goes with MAIL_FROM, the address that mails come from, and PUBLIC_URL, to which their links lead.')
  }
  const isAnyOfProvider = ['OIDC_ISSUER', 'OIDC_CLIENT_ID', 'OIDC_CLIENT_SECRET'].some((name) => given(environment, name))
  const provider = values && isAnyOfProvider ? providerIn(values) : null
  if (values && isAnyOfProvider && (provider === null || values.PUBLIC_URL === null)) {
    sentences.push('OIDC_ISSUER, OIDC_CLIENT_ID and OIDC_CLIENT_SECRET go together, and with PUBLIC_URL, to which the provider leads back.')
  }
  if (sentences.length > 0 || !values) throw new Refusal(sentences.join('\n'))
  return {
    port: values.PORT,
    host: values.HOST,
    data_dir: values.DATA_DIR,
    database_url: values.DATABASE_URL,
    database_app_url: values.DATABASE_APP_URL,
    database_pool_max: values.DATABASE_POOL_MAX,
    allowed_hosts: values.ALLOWED_HOSTS,
    public_url: values.PUBLIC_URL,
    trusted_proxies: values.TRUSTED_PROXIES,
    auth_secret: values.AUTH_SECRET ?? keptSecret(values.DATA_DIR),
    sign_up: values.SIGN_UP,
    default_mode: values.DEFAULT_MODE,
    requests_per_minute: values.REQUESTS_PER_MINUTE,
    smtp_url: values.SMTP_URL,
    mail_from: values.MAIL_FROM,
    provider,
    metrics_listen: values.METRICS_LISTEN,
    crash_reports: values.CRASH_REPORTS,
    log_level: values.LOG_LEVEL,
  }
}

function providerIn({
  OIDC_ISSUER,
  OIDC_CLIENT_ID,
  OIDC_CLIENT_SECRET,
  OIDC_NAME,
}: {
  OIDC_ISSUER: string | null
  OIDC_CLIENT_ID: string | null
  OIDC_CLIENT_SECRET: string | null
  OIDC_NAME: string
}): ProviderSettings | null {
  if (OIDC_ISSUER === null || OIDC_CLIENT_ID === null || OIDC_CLIENT_SECRET === null) return null
  return { issuer: OIDC_ISSUER, client_id: OIDC_CLIENT_ID, client_secret: OIDC_CLIENT_SECRET, name: OIDC_NAME }
}

/** What a command needs that works on the database alone. */
export function readDatabaseSettings(environment: Environment): DatabaseSettings {
  const { sentences, values } = check(z.object(databaseVariables), environment)
  if (!values) throw new Refusal(sentences.join('\n'))
  return { data_dir: values.DATA_DIR, database_url: values.DATABASE_URL, database_app_url: values.DATABASE_APP_URL }
}

/** The process's environment, with what a file .env in the current folder adds to it. */
export function environment(): Environment {
  if (existsSync('.env')) process.loadEnvFile('.env')
  return process.env
}

const given = (from: Environment, name: string): boolean => (from[name] ?? '').trim() !== ''

/** A variable that is set but blank counts as not set, as in .env.example. */
function check<T>(schema: z.ZodType<T>, from: Environment): { sentences: string[]; values: T | null } {
  const set = Object.fromEntries(
    Object.keys(variables)
      .filter((name) => given(from, name))
      .map((name) => [name, from[name]!.trim()]),
  )
  const answer = schema.safeParse(set)
  return answer.success
    ? { sentences: [], values: answer.data }
    : { sentences: answer.error.issues.map((issue) => issue.message), values: null }
}

/** The secret in DATA_DIR, made at the first start. Of apps that start together, one makes it and the others read it. */
function keptSecret(dataDir: string): string {
  const path = join(openDataDir(dataDir), 'auth-secret')
  const secret = inDataDir(dataDir, () => {
    if (!existsSync(path)) makeFile(path, randomBytes(32).toString('base64url'))
    return readFileSync(path, 'utf8').trim()
  })
  if (secret.length < secretCharacters)
    throw new Refusal(
      `The file ${path} does not hold a secret of ${secretCharacters} characters or more. Remove it to have a new one made; everybody ` +
        `then signs in again.`,
    )
  return secret
}
