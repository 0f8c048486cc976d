/** Which notices are shown at once, so that they do not cover what somebody reads, and what they say in the language of the page. */
import type { Notice } from '../../context/planning.ts'

/** More of them wait until one of these has gone. */
const shown_at_once = 2

/** The newest, and before it the oldest that still waits: what asks for an answer is not pushed away by what was done since. */
export function shownOf<N>(notices: readonly N[]): readonly N[] {
  return notices.length <= shown_at_once ? notices : [notices[0]!, notices.at(-1)!]
}

/** Of the plans as they are kept now: what is told of the browser alone is not of a server's. */
export const isOfMode =
  (mode: Notice['mode']) =>
  (notice: Pick<Notice, 'mode'>): boolean =>
    notice.mode === undefined || notice.mode === mode

/** A sentence that was said when it came up, or that is said anew whenever it is shown. */
export const saidNow = (text: Notice['text']): string => (typeof text === 'string' ? text : text())
