/** JSON in UTF-8, as it comes in bodies. */
import { limits } from '../../core/limits.ts'
import { problem, type Problem } from '../../core/problem.ts'

/** No object that is read has more members: what is said of dates, each by its day, is the most. */
const mostMembers = 2 * limits.exceptions
/** A member and its comma have as many bytes at least: `"":0,`. */
const leastBytesOfAMember = 5

/**
 * Undefined of no bytes at all. Problems: `body_is_not_readable`; `body_is_too_large.members`, before each of so many members is looked
 * at, and each found wrong.
 */
export function parsedJson(bytes: Uint8Array): { ok: true; value: unknown } | { ok: false; problems: Problem[] } {
  if (bytes.byteLength === 0) return { ok: true, value: undefined }
  try {
    const value: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
    if (bytes.byteLength > mostMembers * leastBytesOfAMember && hasTooManyMembers(value))
      return { ok: false, problems: [problem('body_is_too_large.members', '', { most: mostMembers })] }
    return { ok: true, value }
  } catch {
    return { ok: false, problems: [problem('body_is_not_readable', '')] }
  }
}

/** As deep as it goes, without a call for each level. */
function hasTooManyMembers(value: unknown): boolean {
  const open = [value]
  while (open.length > 0) {
    const one = open.pop()
    if (typeof one !== 'object' || one === null) continue
    const members: unknown[] = Array.isArray(one) ? one : Object.values(one)
    if (!Array.isArray(one) && members.length > mostMembers) return true
    for (const member of members) if (typeof member === 'object' && member !== null) open.push(member)
  }
  return false
}
