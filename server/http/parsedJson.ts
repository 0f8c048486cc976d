/** JSON in UTF-8, as it comes in bodies. */
import { problem, type Problem } from '../../core/problem.ts'

/** Undefined of no bytes at all. */
export function parsedJson(bytes: Uint8Array): { ok: true; value: unknown } | { ok: false; problems: Problem[] } {
  if (bytes.byteLength === 0) return { ok: true, value: undefined }
  try {
    return { ok: true, value: JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)) }
  } catch {
    return { ok: false, problems: [problem('body_is_not_readable', '')] }
  }
}
