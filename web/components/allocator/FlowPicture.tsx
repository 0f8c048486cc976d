import { formatMoney } from '../../format/money.ts'
import type { Parts } from './BaseBar.tsx'

const width = 440
const left = 112
const right = 270
const gap = 8
const least = 40

/** The balance flowing to its targets, as wide as the money is; the same in a table for whoever can't see it. */
export default function FlowPicture({ pieces, remaining_cents, over_by_cents, base_cents, currency_code }: Parts) {
  const money = (cents: number): string => formatMoney(cents, currency_code)
  const flows = [
    ...pieces.map((piece, index) => ({ key: piece.id, name: piece.name, cents: piece.share_cents, isEven: index % 2 === 1, isRest: false })),
    ...(remaining_cents > 0 ? [{ key: 'rest', name: 'Left', cents: remaining_cents, isEven: false, isRest: true }] : []),
  ].filter((flow) => flow.cents > 0)
  const scale = Math.max(160, flows.length * 40) / base_cents
  let from = 0
  let to = 0
  const ribbons = flows.map((flow) => {
    const thick = Math.max(1.5, flow.cents * scale)
    const ribbon = { ...flow, thick, from, to: to + Math.max(0, (least - thick) / 2) }
    from += flow.cents * scale
    to += Math.max(least, thick) + gap
    return ribbon
  })
  const height = Math.max(from, to) + 8
  const top = (height - from) / 2

  return (
    <figure className="mt-2">
      <svg viewBox={`0 0 ${width} ${height}`} className="w-full" role="img" aria-label={`${money(base_cents)} flowing to ${flows.length} places; the table below says how much to each.`}>
        <rect x={left - 8} y={top} width={8} height={from} rx={2} fill="var(--accent)" />
        <text x={left - 16} y={height / 2} textAnchor="end" dominantBaseline="middle" fill="var(--ink)" fontSize="15" fontWeight="600">
          {money(base_cents)}
        </text>
        {ribbons.map((ribbon) => {
          const [a, b] = [top + ribbon.from, ribbon.to]
          const middle = (left + right) / 2
          return (
            <g key={ribbon.key}>
              <path
                d={`M${left},${a} C${middle},${a} ${middle},${b} ${right},${b} V${b + ribbon.thick} C${middle},${b + ribbon.thick} ${middle},${a + ribbon.thick} ${left},${a + ribbon.thick} Z`}
                fill={ribbon.isRest ? 'var(--sunken)' : ribbon.isEven ? 'var(--tint)' : 'var(--tint-strong)'}
                stroke={ribbon.isRest ? 'var(--edge)' : 'none'}
                strokeDasharray={ribbon.isRest ? '3 3' : undefined}
              />
              <text y={b + ribbon.thick / 2 - 3} fill="var(--ink)" fontSize="15">
                <tspan x={right + 10}>{shortened(ribbon.name)}</tspan>
                <tspan x={right + 10} dy="18" fill="var(--quiet)">
                  {money(ribbon.cents)}
                </tspan>
              </text>
            </g>
          )
        })}
      </svg>
      {over_by_cents > 0 && <p className="text-sm font-medium text-amber">{money(over_by_cents)} more is wanted than there is.</p>}
      <figcaption>
        <details className="text-sm">
          <summary className="min-h-6 text-quiet">The same as a table</summary>
          <table className="mt-1 w-full max-w-md">
            <thead>
              <tr className="text-left text-quiet">
                <th scope="col" className="font-normal">To</th>
                <th scope="col" className="text-right font-normal">Amount</th>
              </tr>
            </thead>
            <tbody>
              {flows.map((flow) => (
                <tr key={flow.key}>
                  <th scope="row" className="text-left font-normal wrap-anywhere">{flow.name}</th>
                  <td className="money text-right">{money(flow.cents)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </details>
      </figcaption>
    </figure>
  )
}

const shortened = (name: string): string => ([...name].length > 20 ? [...name].slice(0, 19).join('') + '…' : name)
