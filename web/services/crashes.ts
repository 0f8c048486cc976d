/**
 * Tells the server of a fault of this program, where whoever runs it wants to know: the kind of error and the places in our scripts that it
 * went through. The message stays here, as it may quote what is in a plan.
 */
import { crashFrames, type Crash } from '../../core/contract/crash.ts'
import { takenSchema } from '../../core/contract/place-answers.ts'
import { ask, sameOrigin, type Connection } from './requests.ts'
import { readServerSettings } from './serverSettings.ts'

/** Of one page load: a fault that comes again and again is told once, and of many a few. */
const mostTold = 5
/** Characters of a stack that are looked at. */
const mostRead = 20_000
const told = new Set<string>()
let wanted: Promise<boolean> | null = null

export async function tellCrash(kind: Crash['kind'], error: unknown, connection: Connection = sameOrigin): Promise<void> {
  const crash = crashOf(kind, error, window.location.origin)
  // Of an extension of the browser, or of nothing that could be looked for.
  if (crash.frames.length === 0) return
  const fault = JSON.stringify(crash)
  if (told.has(fault) || told.size >= mostTold) return
  told.add(fault)
  wanted ??= readServerSettings().then((settings) => settings?.crash_reports === 'on')
  if (await wanted) await ask(connection, 'reportCrash', { body: crash }, takenSchema)
}

/** `origin`: whose scripts are ours. */
export function crashOf(kind: Crash['kind'], error: unknown, origin: string): Crash {
  const { name, stack } = error instanceof Error ? error : { name: 'Unknown', stack: '' }
  return { kind, name: /^[A-Za-z]{1,40}$/.test(name) ? name : 'Error', frames: framesOf(stack ?? '', origin) }
}

/**
 * `at f (https://host/assets/name.js:1:2)` and `f@https://host/assets/name.js:1:2`: file, line and column of each, and nothing else of it.
 */
function framesOf(stack: string, origin: string): Crash['frames'] {
  const lines = stack.slice(0, mostRead).split('\n')
  return lines.flatMap((line) => placeOf(line, origin)).slice(0, crashFrames)
}

/** The origin stands before the path, and the last name of the path before the line. A line of the message is none of these. */
function placeOf(line: string, origin: string): Crash['frames'] {
  const at = line.lastIndexOf(`${origin}/`)
  const isFrame = at > 0 && (line[at - 1] === '@' || (/^\s+at /.test(line) && '( '.includes(line[at - 1]!)))
  if (!isFrame) return []
  const found = /^([\w-][\w.-]{0,79}\.js):(\d{1,7}):(\d{1,7})\)?$/.exec(line.slice(line.lastIndexOf('/') + 1))
  return found ? [{ file: found[1]!, line: Number(found[2]), column: Number(found[3]) }] : []
}
