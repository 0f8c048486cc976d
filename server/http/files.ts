/**
 * The built web app. Its few files are read once, at start, and compressed when first asked for; what is asked for is
 * looked up by name, so that no path leads anywhere else. Paths that are no file are pages of the app: index.html.
 */
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { extname, join, sep } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import type { Context, MiddlewareHandler } from 'hono'
import { problem } from '../../core/problem.ts'
import { Refusal } from '../refusal.ts'
import { methodNotAllowed } from './methods.ts'
import { refuseOne } from './problems.ts'
import type { AppEnv } from './variables.ts'

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.webmanifest': 'application/manifest+json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.txt': 'text/plain; charset=utf-8',
}
const compressible = /^text\/|json|svg|xml/

interface WebFile {
  bytes: Buffer
  type: string
  entityTag: string
  /** Names with a hash never change; the rest, the service worker above all, is asked for each time. */
  cacheControl: string
  encoded: Map<string, Promise<Buffer>>
}

const encoders = {
  br: (bytes: Buffer) => promisify(brotliCompress)(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } }),
  gzip: (bytes: Buffer) => promisify(gzip)(bytes, { level: 9 }),
}

/** Serves a folder's files and, for any other page, its index.html. */
export function webApp(folder: string): MiddlewareHandler<AppEnv> {
  const files = readFiles(folder)
  const refuse = methodNotAllowed(['GET'])
  return async (c, next) => {
    if (c.req.method !== 'GET' && c.req.method !== 'HEAD') return refuse(c, next)
    const file = files.get(c.req.path)
    const found = file ?? (/\.[a-z0-9]+$/i.test(c.req.path) ? undefined : files.get('/index.html'))
    return found ? send(c, found) : refuseOne(c, problem('not_found', ''))
  }
}

/** All of them, or a sentence: half a web app helps nobody. */
function readFiles(folder: string): Map<string, WebFile> {
  try {
    return filesIn(folder)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).syscall === undefined) throw error
    throw new Refusal(
      `The web app's files in ${folder} cannot be read (${(error as Error).message}). Build it again with npm run build, as a user ` +
        `that this one may read from.`,
    )
  }
}

function filesIn(folder: string): Map<string, WebFile> {
  const files = new Map<string, WebFile>()
  if (!existsSync(folder)) return files
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue
    const path = join(entry.parentPath, entry.name)
    const bytes = readFileSync(path)
    const isHashed = /-[\w-]{7,8}\.\w+$/.test(entry.name) && path.includes(`${sep}assets${sep}`)
    const file = {
      bytes,
      type: types[extname(entry.name)] ?? 'application/octet-stream',
      entityTag: `"${createHash('sha256').update(bytes).digest('base64url').slice(0, 22)}"`,
      cacheControl: isHashed ? 'public, max-age=31536000, immutable' : 'no-cache',
      encoded: new Map(),
    }
    const url = path.slice(folder.length).split(sep).join('/')
    files.set(url, file)
    if (url === '/index.html') files.set('/', file)
  }
  return files
}

async function send(c: Context<AppEnv>, file: WebFile): Promise<Response> {
  const encoding = compressible.test(file.type) ? encodingFor(c.req.header('accept-encoding') ?? '') : null
  const headers: Record<string, string> = {
    'Content-Type': file.type,
    'Cache-Control': file.cacheControl,
    ETag: file.entityTag,
    Vary: 'Accept-Encoding',
  }
  if (c.req.header('if-none-match')?.includes(file.entityTag)) return c.body(null, 304, headers)
  if (!encoding) return c.body(new Uint8Array(file.bytes), 200, headers)
  const bytes = file.encoded.get(encoding) ?? encoders[encoding](file.bytes)
  file.encoded.set(encoding, bytes)
  return c.body(new Uint8Array(await bytes), 200, { ...headers, 'Content-Encoding': encoding })
}

/** The best of what the client takes; `q=0` refuses one. */
function encodingFor(accepted: string): keyof typeof encoders | null {
  const wanted = accepted.split(',').filter((part) => !/;\s*q=0(\.0*)?\s*$/.test(part))
  const names = new Set(wanted.map((part) => part.split(';')[0]!.trim().toLowerCase()))
  return names.has('br') ? 'br' : names.has('gzip') ? 'gzip' : null
}
