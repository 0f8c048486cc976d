import type { Projection } from '../../../core/projection/projection.ts'
import type { AccountFigures } from '../../../core/projection/figures/figure.ts'
import { isCardUnpaid } from '../../../core/accounts/loan-outlook.ts'
import { dateOf } from '../../../core/calendar.ts'
import { formatMoney } from '../../format/money.ts'
import { formatRate } from '../../format/rate.ts'
import { say } from '../../words/say.ts'
import { FigureButton } from '../planning/FigureButton.tsx'
import { CardSentence } from './CardSentence.tsx'
import { LoanLine } from './LoanLine.tsx'
import { LowestOn } from './LowestOn.tsx'
import { wrongWords } from './wrongWords.ts'

interface Props {
  projection: Projection
  account: AccountFigures
  onEdit: () => void
}

/** One account: what is on it, its lowest point, what is wrong with it, and what becomes of a card or a loan. */
export function AccountRow({ projection, account, onEdit }: Props) {
  const { id, name, kind, now_cents, lowest } = account
  const { now, start_day, scenario } = projection
  const isDebt = kind === 'card' || kind === 'loan'
  const row = scenario.accounts.find((one) => one.id === id)!
  const wrong = wrongWords(projection, account)
  const kindWords = say('accounts.kind.of', { kind })
  return (
    <>
      <div className="account-line">
        <div className="account-pair">
          <h3 className="account-name wrap-anywhere">
            {name}{' '}
            <span className="text-sm font-normal text-quiet">
              {row.interest
                ? say('accounts.kind.with_rate', { kind: kindWords, rate: formatRate(row.interest.rate_basis_points) })
                : name.toLowerCase() !== kindWords.toLowerCase() && kindWords}
            </span>
          </h3>
          <span className="account-now">
            <FigureButton
              projection={projection}
              figure={{ figure: 'account', id, date: dateOf(start_day + now) }}
              title={say(isDebt ? 'accounts.owed_of' : 'accounts.now_of', { name })}
              cents={now_cents}
              text={formatMoney(isDebt ? 0 - now_cents : now_cents, scenario.currency_code)}
              size="small"
            />
            {isDebt && <span className="ml-1 text-sm text-quiet">{say('accounts.owed')}</span>}
          </span>
        </div>
        <div className="account-pair">
          {kind !== 'loan' && (
            <LowestOn
              projection={projection}
              figure={{ figure: 'account', id, date: lowest.date }}
              name={name}
              cents={lowest.cents}
              date={lowest.date}
              isDebt={isDebt}
            />
          )}
          <button
            type="button"
            data-account={id}
            className="account-edit button button-quiet no-print text-quiet"
            aria-label={say('accounts.edit_of', { name })}
            onClick={onEdit}
          >
            {say('plan.edit')}
          </button>
        </div>
      </div>
      {wrong && <p className="account-wrong">{wrong}</p>}
      {row.card && <CardSentence projection={projection} account={row} card={row.card} />}
      {isCardUnpaid(scenario, account) && <p className="account-wrong">{say('accounts.card.unpaid')}</p>}
      {kind === 'loan' && <LoanLine projection={projection} account={account} />}
    </>
  )
}
