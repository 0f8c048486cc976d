import { useLocation } from 'wouter'
import { Menu, MenuItem } from '../../ui/Menu.tsx'
import type { PopupProps } from '../../ui/PopupButton.tsx'

/** On a phone: the places that the bar has no room for. */
export default function MoreMenu(props: PopupProps) {
  const [, go] = useLocation()
  return (
    <Menu {...props} label="More places">
      <MenuItem onSelect={() => go('/import')}>Import</MenuItem>
      <MenuItem onSelect={() => go('/settings')}>Settings</MenuItem>
    </Menu>
  )
}
