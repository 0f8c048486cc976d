import { memo, useId } from 'react'
import type { Drawing, Shade } from './drawing/drawing.ts'

/** How a line is drawn: four ways, then again; the names at their ends tell them apart. */
export const lineClass = (index: number): string => `chart-line-${(index % 4) + 1}`

/** The picture itself. Whoever can't see it hears the days through the keys, and reads the table. */
export const Picture = memo(function Picture({ drawing }: { drawing: Drawing }) {
  const id = useId()
  const { frame, width, height, lines, turns } = drawing
  const { left, right, top, bottom } = frame
  return (
    <svg className="chart-picture" width={width} height={height} viewBox={`0 0 ${width} ${height}`} aria-hidden="true">
      <defs>
        {turns && (
          <linearGradient id={`${id}line`} gradientUnits="userSpaceOnUse" x1={0} x2={0} y1={top} y2={bottom}>
            <stop offset={turns.floor} stopColor="var(--ink)" />
            <stop offset={turns.floor} stopColor="var(--amber)" />
            <stop offset={turns.danger} stopColor="var(--amber)" />
            <stop offset={turns.danger} stopColor="var(--red)" />
          </linearGradient>
        )}
        <pattern id={`${id}floor`} width={6} height={6} patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <path d="M0,0V6" stroke="var(--amber)" strokeWidth={1.6} />
        </pattern>
        <pattern id={`${id}danger`} width={5} height={5} patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <path d="M0,0V5M0,0H5" stroke="var(--red)" strokeWidth={1.4} />
        </pattern>
      </defs>
      {drawing.band && <path className="chart-band" d={drawing.band} />}
      {drawing.sure && <path className="chart-sure" d={drawing.sure} />}
      <Axes drawing={drawing} />
      {drawing.belowFloor && <Hatch id={`${id}between`} fill={`url(#${id}floor)`} shade={drawing.belowFloor} left={left} right={right} />}
      {drawing.belowDanger && <Hatch id={`${id}under`} fill={`url(#${id}danger)`} shade={drawing.belowDanger} left={left} right={right} />}
      {drawing.zero_y !== null && <path className="chart-zero" d={`M${left},${drawing.zero_y}H${right}`} />}
      {drawing.floor_y !== null && <path className="chart-floor" d={`M${left},${drawing.floor_y}H${right}`} />}
      {drawing.paydays && <path className="chart-paydays" d={drawing.paydays} />}
      {lines.map((line, index) => (
        <path
          key={line.id}
          className={`chart-line ${turns ? '' : lineClass(index)}`}
          d={line.path}
          stroke={turns ? `url(#${id}line)` : undefined}
        />
      ))}
      {drawing.tried && <path className="chart-tried" d={drawing.tried} />}
      {drawing.marks.map((mark) => (
        <circle key={mark.key} className={`chart-mark chart-${mark.tone}`} cx={mark.x} cy={mark.y} r={4.5} />
      ))}
      {drawing.labels.map((label) => (
        <text key={label.key} className={`chart-words chart-${label.tone}`} x={label.x} y={label.y} textAnchor={label.anchor}>
          {label.text}
        </text>
      ))}
      {drawing.names.map(({ id: of, text, x, y }) => (
        <text key={of} className={`chart-words chart-name ${lineClass(lines.findIndex((line) => line.id === of))}`} x={x} y={y}>
          {text}
        </text>
      ))}
    </svg>
  )
})

function Axes({ drawing: { frame, rules, dates } }: { drawing: Drawing }) {
  const { left, right, bottom } = frame
  return (
    <>
      <path
        className="chart-rules"
        d={
          rules.map(({ y }) => `M${left},${y}H${right}`).join('') +
          `M${left},${bottom}H${right}` +
          dates.map(({ x }) => `M${x},${bottom}v5`).join('')
        }
      />
      {rules.map(({ y, text }) => (
        <text key={y} className="chart-axis" x={left - 6} y={y + 4} textAnchor="end">
          {text}
        </text>
      ))}
      {dates.map(({ x, text }) => (
        <text
          key={x}
          className="chart-axis"
          x={Math.max(x, left + 4)}
          y={bottom + 19}
          textAnchor={x < left + 14 ? 'start' : x > right - 14 ? 'end' : 'middle'}
        >
          {text}
        </text>
      ))}
    </>
  )
}

function Hatch({ id, fill, shade, left, right }: { id: string; fill: string; shade: Shade; left: number; right: number }) {
  return (
    <>
      <clipPath id={id}>
        <rect x={left} width={right - left} y={shade.top} height={Math.max(0, shade.bottom - shade.top)} />
      </clipPath>
      <path className="chart-hatch" d={shade.path} fill={fill} clipPath={`url(#${id})`} />
    </>
  )
}
