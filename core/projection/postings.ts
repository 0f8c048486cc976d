/** The postings of a projection: the days are worked out once more, and tell what moves. */
import type { PartMoney, SimulationSetup } from './setup.ts'
import type { Posting } from './posting.ts'
import type { Tell } from './pot-money.ts'
import type { Projection } from './projection.ts'
import { moveMoney } from './move-money.ts'

/** Those that pass, in the order in which they happen: before a day given by its index, else as far as was counted, also after `until`. */
export function postingsOf({ setup }: Pick<Projection, 'setup'>, passes: (posting: Posting) => boolean, end_day?: number): Posting[] {
  const postings: Posting[] = []
  const tell = (posting: Posting): void => {
    if (passes(posting)) postings.push(posting)
  }
  tellInOrder(setup, tell, end_day)
  return postings
}

/** Works the days out once more, all in their order. Answers what there is of the other accounts by then; null without any. */
export function tellInOrder(setup: SimulationSetup, tell: Tell, end_day?: number): PartMoney | null {
  const { places, accountDays: rules } = setup
  return moveMoney(setup, places.accounts.length > 0 ? rules!.together(setup) : null, tell, end_day).others
}
