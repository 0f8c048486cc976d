/** A run listened to: what a figure is made of is told by the same run that made it. */
import type { Projection } from './projection.ts'
import { run, type Move } from './run.ts'

/** The movements of a projection that pass, in the order in which they happen: before a day given by its index, else as far as was counted, also after `until`. */
export function listened(projection: Projection, passes: (move: Move) => boolean, end_day?: number): Move[] {
  const moves: Move[] = []
  const listen = (move: Move): void => {
    if (passes(move)) moves.push(move)
  }
  run(projection.setup, listen, end_day)
  return moves
}
