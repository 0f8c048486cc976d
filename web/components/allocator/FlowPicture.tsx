import { sankey, sankeyLeft, sankeyLinkHorizontal } from 'd3-sankey'
import { useMemo } from 'react'
import { addDays } from '../../../core/calendar.ts'
import { flowsOf, type Flow } from '../../../core/flows.ts'
import { sumOf } from '../../../core/money/money.ts'
import { lowestPoint } from '../../../core/projection/figures/lowest-point.ts'
import type { Scenario } from '../../../core/scenario.ts'
import { projected } from '../../context/projections.ts'
import { formatDate } from '../../format/date.ts'
import { formatMoney, formatRound, formatShort } from '../../format/money.ts'
import { characterPixels, fontPixels } from '../charts/labels.ts'
import { targetWords } from '../planning/targetWords.ts'
import { ProblemText } from '../../ui/ProblemText.tsx'
import { say } from '../../words/say.ts'

interface Node {
  id: string
  name: string
  side: 'from' | 'to'
  tone: Tone
}
interface Link {
  source: string
  target: string
  value: number
  tone: Tone
}
/** What is left is quiet, what is missing warns. */
type Tone = 'plain' | 'rest' | 'short'

const width = 460
const nodeWidth = 8
const labelWidth = 138
/** Between a node and its words, and how large they are. */
const gap = 8
const fontSize = 14
const days = 365
/** As many bills as are named; the smaller ones are one. */
const billsNamed = 7

/**
 * A year of money from where it comes to where it ends up, bills and all, as wide as it is; the same in a table for whoever can't see it.
 */
export default function FlowPicture({ scenario, today }: { scenario: Scenario; today: string }) {
  const { bills, incomes, accounts, currency_code } = scenario
  const from = today > scenario.start_date ? today : scenario.start_date
  const until = addDays(from, days)
  const result = projected(scenario, today, until)
  const flows = useMemo(() => (result.ok ? smallBillsAsOne(flowsOf(result.projection, from, until)) : []), [result, from, until])
  if (!result.ok)
    return (
      <p className="text-quiet">
        <ProblemText problem={result.problems[0]!} />
      </p>
    )
  if (flows.length === 0) return <p className="text-quiet">{say('allocator.flow.nothing')}</p>

  const money = (cents: number): string => formatMoney(cents, currency_code)
  const nameOf = (id: string): string =>
    ownName(id) ?? incomes.find((income) => income.id === id)?.name ?? targetWords(id, { bills, accounts }).name
  const sums = (side: 'source' | 'target') => Map.groupBy(flows, (flow) => flow[side])
  const totals = (side: 'source' | 'target') =>
    [...sums(side)].map(([id, own]) => ({ id, name: nameOf(id), cents: sumOf(own.map(({ cents }) => cents)) }))
  const [sources, targets] = [totals('source'), totals('target')]
  const { nodes, links, height } = laidOut(flows, sources.length, targets.length, nameOf)
  const shortfall = sources.find(({ id }) => id === 'shortfall')?.cents ?? 0
  const lowest = lowestPoint(result.projection, from, until)
  const total = sumOf(sources.map(({ cents }) => cents))
  const centsOf = new Map<string, number>([
    ...sources.map(({ id, cents }) => [`from ${id}`, cents] as const),
    ...targets.map(({ id, cents }) => [`to ${id}`, cents] as const),
  ])
  const ribbon = sankeyLinkHorizontal()

  return (
    <figure className="mt-2">
      <svg
        viewBox={`0 0 ${width} ${height}`}
        className="w-full"
        role="img"
        aria-label={say('allocator.flow.label', { amount: money(total), places: targets.length })}
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
      <figcaption>
        <p className="text-sm text-quiet">
          {say('allocator.flow.lead')}
          {shortfall > 0 && (
            <strong className="font-semibold text-amber"> {say('allocator.flow.missing', { amount: money(shortfall) })}</strong>
          )}
          {shortfall === 0 && lowest && lowest.available_cents < 0 && (
            <> {say('allocator.flow.on_the_way', { date: formatDate(lowest.date, today), amount: money(-lowest.available_cents) })}</>
          )}
        </p>
        <details className="text-sm">
          <summary className="min-h-6 text-quiet">{say('allocator.flow.table')}</summary>
          <table className="mt-1 w-full max-w-md">
            <thead>
              <tr className="text-left text-quiet">
                <th scope="col" className="font-normal">
                  {say('allocator.flow.from')}
                </th>
                <th scope="col" className="font-normal">
                  {say('allocator.flow.to')}
                </th>
                <th scope="col" className="text-right font-normal">
                  {say('allocator.flow.amount')}
                </th>
              </tr>
            </thead>
            <tbody>
              {flows.map(({ source, target, cents }) => (
                <tr key={`${source} ${target}`}>
                  <td className="wrap-anywhere">{nameOf(source)}</td>
                  <td className="wrap-anywhere">{nameOf(target)}</td>
                  <td className="money text-right">{money(cents)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </details>
      </figcaption>
    </figure>
  )
}

/** As ranked among each source's, over all of them. */
const targetsInOrder = (flows: readonly Flow[]): string[] =>
  [...new Set(flows.map(({ target }) => target))].sort((a, b) => Number(a === 'rest') - Number(b === 'rest'))

/** Two columns in the order of the lists, with room for two lines of text beside each node. */
function laidOut(flows: ReturnType<typeof flowsOf>, sources: number, targets: number, nameOf: (id: string) => string) {
  const height = Math.max(sources, targets) * 48 + 24
  const nodes: Node[] = [
    ...[...new Set(flows.map(({ source }) => source))].map((id): Node => ({
      id: `from ${id}`,
      name: nameOf(id),
      side: 'from',
      tone: toneOf(id),
    })),
    ...targetsInOrder(flows).map((id): Node => ({ id: `to ${id}`, name: nameOf(id), side: 'to', tone: toneOf(id) })),
  ]
  const links: Link[] = flows.map(({ source, target, cents }) => ({
    source: `from ${source}`,
    target: `to ${target}`,
    value: cents,
    tone: source === 'shortfall' ? 'short' : toneOf(target),
  }))
  const layout = sankey<Node, Link>()
    .nodeId((node) => node.id)
    .nodeAlign(sankeyLeft)
    .nodeSort(null)
    .nodeWidth(nodeWidth)
    .nodePadding(34)
    .extent([
      [labelWidth, 16],
      [width - labelWidth, height - 16],
    ])
  return { ...layout({ nodes, links }), height }
}

const ownPlaces = ['balance', 'rest', 'shortfall', 'owed', 'bills'] as const
/** What is no row of the plan. */
function ownName(id: string): string | null {
  const place = ownPlaces.find((own) => own === id)
  return place ? say(`allocator.place.${place}`) : null
}
const toneOf = (id: string): Tone => (id === 'rest' ? 'rest' : id === 'shortfall' ? 'short' : 'plain')
const tones: Record<Tone, string> = { plain: 'var(--accent)', rest: 'var(--edge)', short: 'var(--amber)' }

/** The largest bills by themselves, the others as one; bills, then pots, then what is left. */
function smallBillsAsOne(flows: readonly Flow[]): Flow[] {
  const cents = new Map(
    [...Map.groupBy(flows, ({ target }) => target)].map(([target, own]) => [target, sumOf(own.map((flow) => flow.cents))]),
  )
  const bills = [...cents.keys()].filter((target) => target.startsWith('bill:')).sort((a, b) => cents.get(b)! - cents.get(a)!)
  const small = new Set(bills.length > billsNamed + 1 ? bills.slice(billsNamed) : [])
  const rank = (target: string): number =>
    small.has(target)
      ? billsNamed
      : target.startsWith('bill:')
        ? bills.indexOf(target)
        : target === 'rest'
          ? billsNamed + 2
          : billsNamed + 1
  const sources = [...new Set(flows.map(({ source }) => source))]
  const sourceRank = (source: string): number => (source === 'balance' ? -1 : source === 'shortfall' ? Infinity : sources.indexOf(source))
  const together = Map.groupBy(flows, ({ source, target }) => `${source} ${small.has(target) ? 'bills' : target}`)
  const found = [...together.values()].map(([first, ...more]): Flow => ({
    source: first!.source,
    target: small.has(first!.target) ? 'bills' : first!.target,
    cents: sumOf([first!, ...more].map((flow) => flow.cents)),
  }))
  const rankOf = ({ target }: Flow): number => (target === 'bills' ? billsNamed : rank(target))
  return found.sort((a, b) => (a.source === b.source ? 0 : sourceRank(a.source) - sourceRank(b.source)) || rankOf(a) - rankOf(b))
}

/** What fits beside a node, in characters of the font it is written in. */
const characters = Math.floor((labelWidth - gap - 2) / ((characterPixels * fontSize) / fontPixels))
const shortened = (name: string): string => ([...name].length > characters ? [...name].slice(0, characters - 1).join('') + '…' : name)
/** The amount as exactly as there is room for; the table has it to the cent. */
const amountBeside = (cents: number, currency_code: string): string => {
  const written = [formatMoney, formatShort, formatRound].map((format) => format(cents, currency_code))
  return written.find((text) => [...text].length <= characters) ?? written.at(-1)!
}
