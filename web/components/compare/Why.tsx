import { Popover } from '../../ui/Popover.tsx'
import type { PopupProps } from '../../ui/PopupButton.tsx'
import { ExplanationLines } from '../planning/Explanation.tsx'
import { useWhy } from './WhyButton.tsx'

/** What a figure of a compared plan is the sum of, or why it is another than the first plan's. */
export default function Why(props: PopupProps) {
  const { title, lead, explain, today, currency_code } = useWhy()
  return (
    <Popover {...props} title={title}>
      {lead !== '' && <p className="-mt-1 mb-2 text-sm text-quiet">{lead}</p>}
      {props.open && <ExplanationLines explained={explain()} title={title} today={today} currency_code={currency_code} />}
    </Popover>
  )
}
