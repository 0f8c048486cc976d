/** Which notices are shown at once, so that they do not cover what somebody reads. */

/** More of them wait until one of these has gone. */
const shown_at_once = 2

/** The newest, and before it the oldest that still waits: what asks for an answer is not pushed away by what was done since. */
export function shownOf<N>(notices: readonly N[]): readonly N[] {
  return notices.length <= shown_at_once ? notices : [notices[0]!, notices.at(-1)!]
}
