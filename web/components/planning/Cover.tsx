import { memo, useDeferredValue, useMemo } from 'react'
import { coverings, type Covering } from '../../../core/payments/cover.ts'
import type { Projection } from '../../../core/projection/projection.ts'
import { planningActions } from '../../context/PlanningContext.tsx'
import { formatMoney } from '../../format/money.ts'
import { say } from '../../words/say.ts'
import { notify, notifyDone } from '../frame/screen.ts'
import { textOf } from '../../words/problems.ts'

const shown = 3

/** What is missing is covered from a pot with one press, which undo takes back. */
export default memo(function Cover({ projection }: { projection: Projection }) {
  const later = useDeferredValue(projection)
  const ways = useMemo(() => coverings(later).slice(0, shown), [later])
  const { currency_code } = projection.scenario
  if (ways.length === 0) return null
  return (
    <p className="no-print my-1 flex flex-wrap gap-2">
      {ways.map((way) => (
        <button key={`${way.target} ${way.how}`} type="button" className="button" onClick={() => cover(way, currency_code)}>
          {wayWords(way, currency_code)}
        </button>
      ))}
    </p>
  )
})

function wayWords({ how, name, cents, is_enough }: Covering, currency_code: string): string {
  const money = formatMoney(cents, currency_code)
  if (how === 'take') return say(is_enough ? 'plan.cover.cover' : 'plan.cover.take', { name, money })
  return is_enough ? say('plan.cover.less', { name }) : say('plan.cover.nothing', { name, money })
}

function cover({ edit, how, name, cents, is_enough }: Covering, currency_code: string): void {
  const [problem] = planningActions().dispatch(edit)
  if (problem) return notify({ id: 'covered', tone: 'failure', text: textOf(problem) })
  const done =
    how === 'take'
      ? say('plan.cover.taken', { name, money: formatMoney(cents, currency_code) })
      : say(is_enough ? 'plan.cover.less_now' : 'plan.cover.nothing_now', { name })
  notifyDone('covered', done)
}
