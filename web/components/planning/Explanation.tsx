import { formatMoney } from '../../format/money.ts'
import { Popover } from '../../ui/Popover.tsx'
import type { PopupProps } from '../../ui/PopupButton.tsx'
import { useExplained } from './Summary.tsx'

/** The lines a figure is the sum of, and the sum. */
export default function Explanation(props: PopupProps) {
  const { figure, currency_code } = useExplained()
  return (
    <Popover {...props} title={figure.title}>
      <div className="max-h-[50dvh] overflow-y-auto" tabIndex={0} role="region" aria-label={`${figure.title}, line by line`}>
        <table className="w-full">
          <tbody>
            {figure.lines().map((line) => (
              <tr key={line.key} className="align-baseline">
                <th scope="row" className="py-1 pr-3 text-left font-normal wrap-anywhere">
                  {line.label} {line.note && <span className="ml-1 text-sm text-quiet">{line.note}</span>}
                </th>
                <td className="money py-1 text-right">{formatMoney(line.cents, currency_code)}</td>
              </tr>
            ))}
          </tbody>
          <tfoot>
            <tr className="border-t border-edge align-baseline font-semibold">
              <th scope="row" className="py-1 pr-3 text-left">Together</th>
              <td className="money py-1 text-right">{formatMoney(figure.cents, currency_code)}</td>
            </tr>
          </tfoot>
        </table>
      </div>
    </Popover>
  )
}
