import { dateOf } from '../../../core/calendar.ts'
import type { Projection } from '../../../core/projection/projection.ts'
import { formatMoney } from '../../format/money.ts'
import { say } from '../../words/say.ts'
import { FigureButton } from '../planning/FigureButton.tsx'
import { inPotsWords } from '../planning/movementWords.ts'
import { LowestOn } from './LowestOn.tsx'
import { mainWrongWords } from './wrongWords.ts'

/** The main account among the others. Its balance and its floor are written above. */
export function MainRow({ projection }: { projection: Projection }) {
  const { scenario, now, start_day, available_cents, total_cents, lowest_point } = projection
  const { currency_code } = scenario
  const money = (cents: number): string => formatMoney(cents, currency_code)
  const free = available_cents[now]!
  const aside = inPotsWords({ available_cents: free, total_cents: total_cents[now]! }, money)
  const wrong = mainWrongWords(projection)
  return (
    <li className="account">
      <div className="account-line">
        <div className="account-pair">
          <h3 className="account-name">{say('accounts.main')}</h3>
          <span className="account-now">
            <FigureButton
              projection={projection}
              figure={{ figure: 'available', date: dateOf(start_day + now) }}
              title={say('accounts.now_of', { name: say('accounts.main') })}
              cents={free}
              size="small"
            />
            {aside && <span className="ml-1 text-sm text-quiet">{say('accounts.free')}</span>}
          </span>
        </div>
        <div className="account-pair">
          <LowestOn
            projection={projection}
            figure={{ figure: 'lowest_point' }}
            name={say('accounts.main')}
            cents={lowest_point.available_cents}
            date={lowest_point.date}
            isFree={lowest_point.total_cents > lowest_point.available_cents}
          />
        </div>
      </div>
      {aside && <p className="text-sm text-quiet">{aside}</p>}
      {wrong && <p className="account-wrong">{wrong}</p>}
    </li>
  )
}
