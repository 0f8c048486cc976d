/** Where each node and ribbon of the flow picture lies, and what fits beside them. */
import { sankey, sankeyLeft } from 'd3-sankey'
import type { Flow } from '../../../../core/flows.ts'
import { sumOf } from '../../../../core/money/money.ts'
import { formatMoney, formatRound, formatShort } from '../../../format/money.ts'
import { characterPixels, fontPixels } from '../../charts/labels.ts'

export interface FlowNode {
  id: string
  name: string
  side: 'from' | 'to'
  tone: Tone
}
interface FlowLink {
  source: string
  target: string
  value: number
  tone: Tone
}
/** What is left is quiet, what is missing warns. */
export type Tone = 'plain' | 'rest' | 'short'

export const width = 460
export const nodeWidth = 8
const labelWidth = 138
/** Between a node and its words, and how large they are. */
export const gap = 8
export const fontSize = 14
/** As many bills as are named; the smaller ones are one. */
const billsNamed = 7

/** As ranked among each source's, over all of them. */
const targetsInOrder = (flows: readonly Flow[]): string[] =>
  [...new Set(flows.map(({ target }) => target))].sort((a, b) => Number(a === 'rest') - Number(b === 'rest'))

/** Two columns in the order of the lists, with room for two lines of text beside each node. */
export function laidOut(flows: readonly Flow[], sources: number, targets: number, nameOf: (id: string) => string) {
  const height = Math.max(sources, targets) * 48 + 24
  const nodes: FlowNode[] = [
    ...[...new Set(flows.map(({ source }) => source))].map((id): FlowNode => ({
      id: `from ${id}`,
      name: nameOf(id),
      side: 'from',
      tone: toneOf(id),
    })),
    ...targetsInOrder(flows).map((id): FlowNode => ({ id: `to ${id}`, name: nameOf(id), side: 'to', tone: toneOf(id) })),
  ]
  const links: FlowLink[] = flows.map(({ source, target, cents }) => ({
    source: `from ${source}`,
    target: `to ${target}`,
    value: cents,
    tone: source === 'shortfall' ? 'short' : toneOf(target),
  }))
  const layout = sankey<FlowNode, FlowLink>()
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

const toneOf = (id: string): Tone => (id === 'rest' ? 'rest' : id === 'shortfall' ? 'short' : 'plain')

/** The largest bills by themselves, the others as one; bills, then pots, then what is left. */
export function smallBillsAsOne(flows: readonly Flow[]): Flow[] {
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
export const shortened = (name: string): string =>
  [...name].length > characters ? [...name].slice(0, characters - 1).join('') + '…' : name
/** The amount as exactly as there is room for; the table has it to the cent. */
export const amountBeside = (cents: number, currency_code: string): string => {
  const written = [formatMoney, formatShort, formatRound].map((format) => format(cents, currency_code))
  return written.find((text) => [...text].length <= characters) ?? written.at(-1)!
}
