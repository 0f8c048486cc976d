import { Menu, MenuGroup, MenuItem } from '../../ui/Menu.tsx'
import type { PopupProps } from '../../ui/PopupButton.tsx'
import { say } from '../../words/say.ts'
import type { Choice } from './ProposalDecisions.tsx'

interface Props extends PopupProps {
  name: string
  rest: readonly Choice[]
  others: readonly Choice[]
}

/** What can be done with a proposal beside what is likeliest. */
export default function ProposalMenu({ name, rest, others, ...popup }: Props) {
  const itemOf = ({ words, run }: Choice, nth: number) => (
    <MenuItem key={`${nth} ${words}`} onSelect={run}>
      {words}
    </MenuItem>
  )
  return (
    <Menu {...popup} label={say('import.more', { name })}>
      {rest.map(itemOf)}
      {others.length > 0 && <MenuGroup label={say('import.is_my')}>{others.map(itemOf)}</MenuGroup>}
    </Menu>
  )
}
