/**
 * The sentences of problems on the screen. Their room is not of the first load: it is fetched once the first screen stands
 * (main.tsx). What has to be told before it is there is told in a few words that fit any refusal; ui/ProblemText.tsx shows
 * the sentence as soon as it can be said.
 */
import { problemText, sentenceOf, type Problem } from '../../core/problem.ts'
import type { Room } from '../../core/words/words.ts'
import { canSay, say } from './say.ts'

/** What a problem says; null where there is none. */
export function textOf(found: Problem): string
export function textOf(found: Problem | undefined): string | null
export function textOf(found: Problem | undefined): string | null {
  if (!found) return null
  return found.says === 'told' || canSay(sentenceOf(found.says)) ? problemText(found, say) : say('common.refused')
}

/** The room its sentence stands in; null where it comes with its sentence. */
export const roomOf = ({ says }: Problem): Room | null => (says === 'told' ? null : (sentenceOf(says).split('.')[0] as Room))
