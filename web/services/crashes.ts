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

/** `at f (https://host/assets/name.js:1:2)` and `f@https://host/assets/name.js:1:2`: file, line and column of each, and nothing else of it. */
function framesOf(stack: string, origin: string): Crash['frames'] {
  const places = [...stack.matchAll(/(https?:\/\/[^\s/()@]+)\/(?:[^\s()?#]*\/)?([A-Za-z0-9_-][A-Za-z0-9._-]{0,79}\.js):(\d{1,7}):(\d{1,7})\)?$/gm)]
  const ours = places.filter(([, from]) => from === origin)
  return ours.slice(0, crashFrames).map(([, , file, line, column]) => ({ file: file!, line: Number(line), column: Number(column) }))
}
