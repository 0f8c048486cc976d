import { sankeyLinkHorizontal } from 'd3-sankey'
import type { Flow } from '../../../../core/flows.ts'
import { say } from '../../../words/say.ts'
import { amountBeside, fontSize, gap, laidOut, nodeWidth, shortened, width, type Tone } from './flowLayout.ts'

/** A place where money comes from or goes to, and all of it. */
export interface FlowTotal {
  id: string
  name: string
  cents: number
}

interface Props {
  flows: readonly Flow[]
  sources: readonly FlowTotal[]
  targets: readonly FlowTotal[]
  /** All that flows, as money. */
  total: string
  nameOf: (id: string) => string
  currency_code: string
}

/** From the places on the left to those on the right, ribbons as wide as what flows. */
export function FlowDrawing({ flows, sources, targets, total, nameOf, currency_code }: Props) {
  const { nodes, links, height } = laidOut(flows, sources.length, targets.length, nameOf)
  const centsOf = new Map<string, number>([
    ...sources.map(({ id, cents }) => [`from ${id}`, cents] as const),
    ...targets.map(({ id, cents }) => [`to ${id}`, cents] as const),
  ])
  const ribbon = sankeyLinkHorizontal()
  return (
    <svg
      viewBox={`0 0 ${width} ${height}`}
      className="w-full"
      role="img"
      aria-label={say('allocator.flow.label', { amount: total, places: targets.length })}
    >
      {links.map((link, index) => (
        <path
          key={`${(link.source as { id: string }).id} ${(link.target as { id: string }).id}`}
          d={ribbon(link) ?? ''}
          fill="none"
          stroke={
            link.tone === 'rest'
              ? 'var(--sunken)'
              : link.tone === 'short'
                ? 'var(--amber)'
                : index % 2
                  ? 'var(--tint)'
                  : 'var(--tint-strong)'
          }
          strokeOpacity={link.tone === 'short' ? 0.4 : undefined}
          strokeWidth={Math.max(1.5, link.width ?? 0)}
        />
      ))}
      {nodes.map((node) => {
        const isFrom = node.side === 'from'
        const middle = (node.y0! + node.y1!) / 2
        return (
          <g key={node.id}>
            <rect x={node.x0} y={node.y0} width={nodeWidth} height={Math.max(1.5, node.y1! - node.y0!)} rx={2} fill={tones[node.tone]} />
            <text textAnchor={isFrom ? 'end' : 'start'} y={middle - 3} fill="var(--ink)" fontSize={fontSize}>
              <tspan x={isFrom ? node.x0! - gap : node.x1! + gap}>{shortened(node.name)}</tspan>
              <tspan x={isFrom ? node.x0! - gap : node.x1! + gap} dy="17" fill="var(--quiet)">
                {amountBeside(centsOf.get(node.id) ?? 0, currency_code)}
              </tspan>
            </text>
          </g>
        )
      })}
    </svg>
  )
}

const tones: Record<Tone, string> = { plain: 'var(--accent)', rest: 'var(--edge)', short: 'var(--amber)' }
