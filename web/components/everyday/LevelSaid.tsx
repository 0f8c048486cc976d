import { meanOfWeeks } from '../../../core/spending/weeks-told.ts'
import { say } from '../../words/say.ts'

interface Props {
  weeks: readonly number[]
  /** What was told of them, minor units. */
  level_cents: number
  money: (cents: number) => string
}

/** Under a list of weeks: why the level is not their mean. */
export function LevelSaid({ weeks, level_cents, money }: Props) {
  const mean = meanOfWeeks(weeks)
  return (
    <p className="max-w-md text-quiet">
      {say('everyday.weeks.level', {
        level: money(level_cents),
        mean: money(mean),
        is: mean === level_cents ? 'mean' : 'other',
      })}
    </p>
  )
}
