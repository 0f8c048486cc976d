import { Menu, MenuChoices } from '../../ui/Menu.tsx'
import type { PopupProps } from '../../ui/PopupButton.tsx'
import { setTheme, useTheme } from './theme.ts'

export const themeChoices = [
  { value: 'system', label: 'As the system has it' },
  { value: 'light', label: 'Light' },
  { value: 'dark', label: 'Dark' },
] as const

export default function ThemeMenu(props: PopupProps) {
  const theme = useTheme((state) => state.theme)
  return (
    <Menu {...props} label="Theme">
      <MenuChoices value={theme} onChoose={setTheme} choices={themeChoices} />
    </Menu>
  )
}
