import type { AllocationBase } from '../../../core/allocation.ts'
import { formatMoney } from '../../format/money.ts'
import { say } from '../../words/say.ts'
import type { NextPayday } from './bases.ts'

interface Props {
  base: AllocationBase
  onBase: (base: AllocationBase) => void
  paydays: readonly NextPayday[]
  payday: NextPayday | undefined
  onPayday: (income_id: string) => void
  currency_code: string
}

/** Which money the rules are about, and of several incomes the one whose shares are shown. */
export function BasePicker({ base, onBase, paydays, payday, onPayday, currency_code }: Props) {
  return (
    <div className="no-print mb-2 flex flex-wrap items-center gap-x-4 gap-y-2">
      <fieldset className="choices">
        <legend className="sr-only">{say('allocator.base')}</legend>
        {(['income', 'balance'] as const).map((choice) => (
          <label key={choice} className="choice">
            <input
              type="radio"
              className="sr-only"
              name="allocation-base"
              value={choice}
              checked={base === choice}
              onChange={() => onBase(choice)}
            />
            {say(`allocator.base.${choice}`)}
          </label>
        ))}
      </fieldset>
      {base === 'income' && paydays.length > 1 && payday && (
        <label className="flex min-w-0 items-center gap-2 text-sm text-quiet">
          {say('allocator.shown_for')}
          <select className="field w-auto! min-w-0" value={payday.id} onChange={(event) => onPayday(event.currentTarget.value)}>
            {paydays.map(({ id, name, amount_cents }) => (
              <option key={id} value={id}>
                {name}, {formatMoney(amount_cents, currency_code)}
              </option>
            ))}
          </select>
        </label>
      )}
    </div>
  )
}
