import { Menu, MenuChoices } from '../../ui/Menu.tsx'
import type { PopupProps } from '../../ui/PopupButton.tsx'
import { say } from '../../words/say.ts'
import { setTheme, useTheme } from './theme.ts'

const themeChoices = ['system', 'light', 'dark'] as const

export default function ThemeMenu(props: PopupProps) {
  const theme = useTheme((state) => state.theme)
  return (
    <Menu {...props} label={say('common.theme')}>
      <MenuChoices
        value={theme}
        onChoose={setTheme}
        choices={themeChoices.map((value) => ({ value, label: say(`common.theme.${value}`) }))}
      />
    </Menu>
  )
}
