import { useLocation } from 'wouter'
import { Menu, MenuItem } from '../../ui/Menu.tsx'
import type { PopupProps } from '../../ui/PopupButton.tsx'
import { say } from '../../words/say.ts'

/** On a phone: the places that the bar has no room for. */
export default function MoreMenu(props: PopupProps) {
  const [, go] = useLocation()
  return (
    <Menu {...props} label={say('frame.more_places')}>
      <MenuItem onSelect={() => go('/compare')}>{say('common.place.compare')}</MenuItem>
      <MenuItem onSelect={() => go('/settings')}>{say('common.place.settings')}</MenuItem>
    </Menu>
  )
}
