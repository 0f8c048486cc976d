/** An explanation as a person reads it: few contributions one by one, many of one row as one line that opens, the small ones folded. */
import { sumOf } from '../../../core/money/money.ts'
import type { Contribution, Explanation } from '../../../core/projection/explanation.ts'
import { say } from '../../words/say.ts'

export interface Line {
  key: string
  label: string
  /** A date, how many times: what stands small beside the label. */
  note: string
  cents: number
  /** The lines that this one is the sum of; none where it stands for itself. */
  lines: Line[]
}

/** As many as are read at a glance. */
const most_single = 12
const most_grouped = 20
const named_each = 6

/** The lines sum to the explanation's figure, and each line's own lines to it. */
export function explainedLines({ contributions }: Explanation, day: (date: string) => string): Line[] {
  const single = (contribution: Contribution, nth: number): Line => ({
    key: `${nth} ${keyOf(contribution)}`,
    label: labelOf(contribution),
    note: contribution.date === null ? say('plan.line.undated') : day(contribution.date),
    cents: contribution.cents,
    lines: [],
  })
  if (contributions.length <= most_single)
    return contributions.map((contribution, nth) => withoutNote(single(contribution, nth), contribution))
  const groups = [...Map.groupBy(contributions, keyOf)].map(([key, group]): Line & { kind: Kind } => {
    const [first] = group as [Contribution, ...Contribution[]]
    const kind = kindOf[first.rule]
    if (group.length === 1) return { ...withoutNote(single(first, 0), first), key, kind }
    return {
      key,
      kind,
      label: labelOf(first),
      note: `${group.length}×`,
      cents: sumOf(group.map(({ cents }) => cents)),
      lines: group.map(single),
    }
  })
  if (groups.length <= most_grouped) return groups
  return (['start', 'in', 'out', 'aside', 'end'] as const).flatMap((kind) =>
    folded(
      kind,
      groups.filter((group) => group.kind === kind),
    ),
  )
}

/** The largest by name, the others as one line that opens. */
function folded(kind: Kind, groups: readonly Line[]): Line[] {
  if (groups.length <= named_each + 1) return [...groups]
  const bySize = [...groups].sort((a, b) => Math.abs(b.cents) - Math.abs(a.cents))
  const rest = bySize.slice(named_each)
  return [
    ...bySize.slice(0, named_each),
    {
      key: kind,
      label: say('plan.line.rest', { lines: rest.length, kind }),
      note: '',
      cents: sumOf(rest.map(({ cents }) => cents)),
      lines: rest,
    },
  ]
}

type Kind = 'start' | 'in' | 'out' | 'aside' | 'end'
const kindOf: Record<Contribution['rule'], Kind> = {
  balance: 'start',
  before: 'start',
  opening_pot: 'aside',
  allocated_from_balance: 'aside',
  allocated_from_income: 'aside',
  income: 'in',
  bill: 'out',
  released: 'aside',
  floor: 'end',
  held: 'aside',
  transfer: 'out',
  card_payment: 'out',
  interest: 'out',
}

const keyOf = ({ rule, row, target, name }: Contribution): string =>
  [rule, row?.collection ?? '', rule === 'bill' || rule === 'income' ? row?.id : (target ?? name)].join(' ')

/** What a contribution is, as a person calls it. */
export function labelOf({ rule, name }: Contribution): string {
  switch (rule) {
    case 'balance':
      return say('plan.line.balance')
    case 'before':
      return say('plan.line.before')
    case 'opening_pot':
      return say('plan.line.already_aside', { name })
    case 'allocated_from_balance':
    case 'allocated_from_income':
      return say('plan.line.aside', { name })
    case 'released':
      return say('plan.line.back', { name })
    case 'floor':
      return say('plan.line.floor')
    case 'income':
    case 'bill':
    case 'held':
    case 'transfer':
    case 'card_payment':
    case 'interest':
      return name
  }
}

const withoutNote = (line: Line, { rule }: Contribution): Line => (rule === 'floor' ? { ...line, note: '' } : line)
