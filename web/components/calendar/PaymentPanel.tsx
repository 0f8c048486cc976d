import { useState } from 'react'
import { Link } from 'wouter'
import { usePlanning } from '../../context/PlanningContext.tsx'
import { formatWeekday } from '../../format/date.ts'
import { AmountField } from '../../ui/AmountField.tsx'
import { DateField } from '../../ui/DateField.tsx'
import { Popover } from '../../ui/Popover.tsx'
import type { PopupProps } from '../../ui/PopupButton.tsx'
import { askPaid } from '../frame/screen.ts'
import { say } from '../schedule/say.ts'
import { movePayment, repeats, setPaymentAmount } from './changes.ts'
import { useShownPayment } from './Chip.tsx'

/** One date of a bill or an income: another day or amount, for it alone or from it on; paid, skipped. */
export default function PaymentPanel(props: PopupProps) {
  const payment = useShownPayment()
  const scenario = usePlanning((planning) => planning.scenario)
  const [scope, setScope] = useState<'this' | 'later'>('this')
  if (!scenario) return null
  const { name, date, nominal_date, amount_cents, state, collection } = payment
  const close = (): void => props.onOpenChange(false)
  const isMoved = date !== nominal_date
  return (
    <Popover {...props} title={name}>
      <p className="mb-3 text-quiet">
        {formatWeekday(date)}
        {isMoved && <>, by its rule {formatWeekday(nominal_date)}</>}
        {state === 'past' && '. Before this plan begins, so it does not count.'}
      </p>
      {repeats(scenario, payment) && (
        <label className="mb-3 block">
          <span className="block text-sm text-quiet">Another day or amount is for</span>
          <select className="field" value={scope} onChange={(event) => setScope(event.currentTarget.value as 'this' | 'later')}>
            <option value="this">only this one</option>
            <option value="later">this one and all later ones</option>
          </select>
        </label>
      )}
      <div className="mb-3 grid grid-cols-2 gap-3">
        <DateField
          label="This one on"
          date={date}
          save={(to) => {
            if (to !== date && movePayment(scenario, payment, to, scope)) close()
            return []
          }}
        />
        <AmountField label="This one's amount" amount_cents={amount_cents} currency_code={scenario.currency_code} save={(amount) => [setPaymentAmount(scenario, payment, amount, scope) ?? []].flat()} />
      </div>
      <div className="flex flex-wrap gap-2">
        <button type="button" className="button" onClick={() => (state === 'settled' ? say(payment, { said: 'open' }) && close() : (close(), askPaid(payment, null)))}>
          {state === 'settled' ? 'It is open' : collection === 'bills' ? 'It is paid' : 'It has come in'}
        </button>
        <button type="button" className="button" onClick={() => say(payment, { said: 'skipped' }) && close()}>
          Skip this one
        </button>
        <Link href="/bills" className="button button-quiet text-accent">
          All its dates
        </Link>
      </div>
    </Popover>
  )
}
