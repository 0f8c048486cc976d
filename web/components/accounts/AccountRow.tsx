import type { AccountFigures, Projection } from '../../../core/projection/projection.ts'
import { dateOf } from '../../../core/calendar.ts'
import { putRow } from '../../../core/store.ts'
import { planningActions } from '../../context/PlanningContext.tsx'
import { formatDate } from '../../format/date.ts'
import { formatMoney } from '../../format/money.ts'
import { CrossIcon, MoveDownIcon, MoveUpIcon } from '../../ui/icons.tsx'
import { say } from '../../words/say.ts'
import { FigureButton } from '../ahead/FigureButton.tsx'
import { LowestOn } from './LowestOn.tsx'

interface Props {
  projection: Projection
  account: AccountFigures
  index: number
  onEdit: () => void
  onDelete: () => void
}

/** One account: what is on it, its lowest point, what is wrong with it; and its tools. */
export function AccountRow({ projection, account, index, onEdit, onDelete }: Props) {
  const { id, name, kind, now_cents, lowest } = account
  const { now, start_day, scenario } = projection
  const isDebt = kind === 'card' || kind === 'loan'
  const wrong = wrongWords(projection, account)
  const move = (position: number): void => void planningActions().dispatch(putRow('accounts', { id }, position))
  return (
    <>
      <div className="account-line">
        <h3 className="account-name wrap-anywhere">
          {name} <span className="ml-1 text-sm font-normal text-quiet">{say('accounts.kind.of', { kind })}</span>
        </h3>
        <span className="account-now">
          <FigureButton projection={projection} figure={{ figure: 'account', id, date: dateOf(start_day + now) }} title={say(isDebt ? 'accounts.owed_of' : 'accounts.now_of', { name })} cents={now_cents} text={formatMoney(isDebt ? 0 - now_cents : now_cents, scenario.currency_code)} size="small" />
          {isDebt && <span className="ml-1 text-sm text-quiet">{say('accounts.owed')}</span>}
        </span>
        {kind !== 'loan' && <LowestOn projection={projection} figure={{ figure: 'account', id, date: lowest.date }} name={name} cents={lowest.cents} date={lowest.date} isDebt={isDebt} />}
        <span className="account-tools no-print">
          <button type="button" data-focus={`account-up-${id}`} className="button button-icon" aria-label={say('accounts.move_up', { name })} title={say('accounts.earlier')} disabled={index === 0} onClick={() => move(index - 1)}>
            <MoveUpIcon />
          </button>
          <button type="button" data-focus={`account-down-${id}`} className="button button-icon" aria-label={say('accounts.move_down', { name })} title={say('accounts.later')} disabled={index === scenario.accounts.length - 1} onClick={() => move(index + 1)}>
            <MoveDownIcon />
          </button>
          <button type="button" data-account={id} className="button button-quiet text-quiet" aria-label={say('accounts.edit_of', { name })} onClick={onEdit}>
            {say('plan.edit')}
          </button>
          <button type="button" className="button button-icon" aria-label={say('accounts.delete_of', { name })} title={say('plan.delete')} onClick={onDelete}>
            <CrossIcon />
          </button>
        </span>
      </div>
      {wrong && <p className="account-wrong">{wrong}</p>}
    </>
  )
}

/** What is wrong with an account, in words; null: nothing. */
function wrongWords({ scenario, today }: Projection, { id, kind, first_below_floor, lowest }: AccountFigures): string | null {
  const money = (cents: number): string => formatMoney(cents, scenario.currency_code)
  const floor_cents = scenario.accounts.find((account) => account.id === id)!.floor_cents
  if (first_below_floor && floor_cents !== null) {
    const day = formatDate(first_below_floor.date, today)
    const now = first_below_floor.date <= today ? 'yes' : 'no'
    if (kind === 'card') return say('accounts.wrong.limit', { limit: money(0 - floor_cents), day, now })
    return say('accounts.wrong.floor', { floor: floor_cents === 0 ? 'zero' : money(floor_cents), day, now })
  }
  const isDebt = kind === 'card' || kind === 'loan'
  return isDebt || lowest.cents >= 0 ? null : say('accounts.wrong.below_zero', { amount: money(lowest.cents), day: formatDate(lowest.date, today) })
}
