/** The JSON body of a request: of a bounded size, in UTF-8, read whole before anything else is done. */
import { limits } from '../../core/limits.ts'
import { problem, type Problem } from '../../core/problem.ts'
import { parsedJson } from './parsedJson.ts'

export type ReadBody = { ok: true; value: unknown } | { ok: false; problems: Problem[] }

export type ReadBytes = { ok: true; bytes: Uint8Array } | { ok: false; problems: Problem[] }

/** The body as it came, unparsed: none is no bytes. */
export async function readBody(request: Request, most: number = limits.body_bytes): Promise<ReadBytes> {
  if (!isJson(request.headers.get('content-type'))) return no(problem('body_must_be_json', ''))
  const bytes = await readBytes(request, most)
  return bytes === null ? no(problem('body_is_too_large', '', { most })) : { ok: true, bytes }
}

/** The parsed body of what takes a few short texts; undefined when there is none. */
export async function readSmallJson(request: Request): Promise<ReadBody> {
  const read = await readBody(request, limits.small_body_bytes)
  return read.ok ? parsedJson(read.bytes) : read
}

const no = (found: Problem): { ok: false; problems: Problem[] } => ({ ok: false, problems: [found] })

/** A body without a type is taken at its word if it parses. */
function isJson(contentType: string | null): boolean {
  if (contentType === null || contentType.trim() === '') return true
  const [type = '', ...parameters] = contentType
    .toLowerCase()
    .split(';')
    .map((part) => part.trim())
  const charset = parameters
    .find((parameter) => parameter.startsWith('charset='))
    ?.slice(8)
    .replaceAll('"', '')
  return /^application\/(json|[a-z0-9.+-]+\+json)$/.test(type) && (charset === undefined || charset === 'utf-8' || charset === 'utf8')
}

/** Null when it is larger than a body may be. What declares its length is refused unread; the rest, once it passes the limit. */
async function readBytes(request: Request, most: number): Promise<Uint8Array | null> {
  const declared = request.headers.get('content-length')
  if (declared !== null && request.headers.get('transfer-encoding') === null) {
    return Number(declared) > most ? null : new Uint8Array(await request.arrayBuffer())
  }
  const chunks: Uint8Array[] = []
  let length = 0
  for await (const chunk of (request.body as AsyncIterable<Uint8Array> | null) ?? []) {
    length += chunk.byteLength
    if (length > most) return null
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}
