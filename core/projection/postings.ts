/** The postings of a projection: the days are worked out once more, and tell what moves. */
import type { Posting } from './posting.ts'
import type { Projection } from './projection.ts'
import { simulate } from './simulate.ts'

/** Those that pass, in the order in which they happen: before a day given by its index, else as far as was counted, also after `until`. */
export function postingsOf({ setup }: Pick<Projection, 'setup'>, passes: (posting: Posting) => boolean, end_day?: number): Posting[] {
  const postings: Posting[] = []
  const tell = (posting: Posting): void => {
    if (passes(posting)) postings.push(posting)
  }
  simulate(setup, tell, end_day)
  return postings
}
