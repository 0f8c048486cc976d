/**
 * Troubles of the database that are nobody's input: a full disk, no memory, no connection, a lock that others hold. What
 * each is called, and which of them is known to last, so that health can tell it while nobody else meets it.
 */
import { sentenceOf, type Says } from '../../core/problem.ts'
import { english } from '../words/words.ts'

export interface Trouble {
  /** What is wrong. Its sentence goes on with what became of a request, by the value `outcome`. */
  says: Extract<Says, `${'storage_is_full' | 'storage_is_not_available' | 'server_is_busy'}.${string}`>
  /** After how many seconds it may be tried again. */
  retry_after: number
  /** It is there until somebody does something about it, and for all. */
  lasts: boolean
}

/** What is wrong, as one sentence for whoever runs the place. */
export const reasonOf = ({ says }: Trouble): string => english(sentenceOf(says), { outcome: 'none' })

export const noAnswer: Trouble = { says: 'storage_is_not_available.no_answer', retry_after: 2, lasts: false }
export const full: Trouble = { says: 'storage_is_full.server', retry_after: 30, lasts: true }
const noMemory: Trouble = { says: 'storage_is_not_available.memory', retry_after: 5, lasts: true }
const noConnection: Trouble = { says: 'storage_is_not_available.connections', retry_after: 2, lasts: false }
const badDisk: Trouble = { says: 'storage_is_not_available.disk', retry_after: 30, lasts: true }
export const readOnly: Trouble = { says: 'storage_is_not_available.read_only', retry_after: 30, lasts: true }
const tooSlow: Trouble = { says: 'storage_is_not_available.slow', retry_after: 2, lasts: false }
const locked: Trouble = { says: 'server_is_busy.locked', retry_after: 2, lasts: false }
const noFiles: Trouble = { says: 'server_is_busy.files', retry_after: 5, lasts: false }

/** By SQLSTATE, or what Node calls it: https://www.postgresql.org/docs/current/errcodes-appendix.html */
const byCode: Record<string, Trouble> = {
  53100: full,
  ENOSPC: full,
  EDQUOT: full,
  53000: noMemory,
  53200: noMemory,
  ENOMEM: noMemory,
  53300: noConnection,
  53400: noConnection,
  58000: badDisk,
  58030: badDisk,
  '58P01': badDisk,
  '58P02': badDisk,
  XX001: badDisk,
  XX002: badDisk,
  EIO: badDisk,
  25006: readOnly,
  EROFS: readOnly,
  57014: tooSlow,
  '25P03': tooSlow,
  '25P04': tooSlow,
  '55P03': locked,
  40001: locked,
  '40P01': locked,
  EMFILE: noFiles,
  ENFILE: noFiles,
  '57P01': noAnswer,
  '57P02': noAnswer,
  '57P03': noAnswer,
  '57P04': noAnswer,
  '57P05': noAnswer,
  ECONNREFUSED: noAnswer,
  ECONNRESET: noAnswer,
  ENOENT: noAnswer,
  EPIPE: noAnswer,
  ETIMEDOUT: noAnswer,
  EHOSTUNREACH: noAnswer,
  ENETUNREACH: noAnswer,
  ENOTFOUND: noAnswer,
  EAI_AGAIN: noAnswer,
}

/** What pg says of a connection that has gone, where no code comes along. */
const goneByMessage =
  /^(Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error|Client was closed|Query read timeout|Cannot use a pool after)/

/** A trouble that somebody in between has swallowed. */
export class Troubled extends Error {
  readonly trouble: Trouble
  constructor(trouble: Trouble) {
    super(reasonOf(trouble))
    this.trouble = trouble
  }
}

/** The trouble behind an error; null where it is something else. */
export function troubleOf(error: unknown): Trouble | null {
  if (error instanceof Troubled) return error.trouble
  const {
    code = '',
    message = '',
    severity = '',
    syscall,
  } = error as { code?: string; message?: string; severity?: string; syscall?: string }
  if (code === 'ENOENT' && syscall !== 'connect') return null
  if (Object.hasOwn(byCode, code)) return byCode[code]!
  return code.startsWith('08') || severity === 'PANIC' || goneByMessage.test(message) ? noAnswer : null
}

/** What the database has told of itself. */
export interface Troubles {
  /** Heeds an error of any query. */
  note(error: unknown): void
  /** The lasting one that was met last; null when there is none, or health has found it gone. */
  lasting(): { trouble: Trouble; since_ms: number } | null
  /** Any, and how many there were before: so that who is told less than the database said can ask what it was. */
  last(): { trouble: Trouble | null; count: number }
  clear(): void
}

export function newTroubles(now: () => number = () => performance.now()): Troubles {
  let lasting: { trouble: Trouble; at: number } | null = null
  let last: Trouble | null = null
  let count = 0
  return {
    note(error) {
      const trouble = troubleOf(error)
      if (!trouble) return
      last = trouble
      count += 1
      if (trouble.lasts) lasting = { trouble, at: now() }
    },
    lasting: () => lasting && { trouble: lasting.trouble, since_ms: now() - lasting.at },
    last: () => ({ trouble: last, count }),
    clear: () => void (lasting = null),
  }
}

/** A commit whose answer never came: what it was about may be stored, or not. */
export class UnknownOutcome extends Error {
  constructor(cause: unknown) {
    super('The database did not say whether it has committed.', { cause })
  }
}

/** What a failed commit means: an error that PostgreSQL itself answered has undone it; anything else leaves it open. */
export const failedCommit = (error: unknown): unknown =>
  (error as { severity?: string }).severity === 'ERROR' ? error : new UnknownOutcome(error)

/**
 * For a note that is made beside a read, such as when a token was last used: where it can't be made, the read goes on without, and the next
 * makes it.
 */
export async function unlessTroubled(note: Promise<unknown>): Promise<void> {
  try {
    await note
  } catch (error) {
    if (!troubleOf(error) && !(error instanceof UnknownOutcome)) throw error
  }
}
