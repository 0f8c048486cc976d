import { say } from '../../words/say.ts'
import { setTheme, useTheme } from '../frame/theme.ts'
import { Section } from './Section.tsx'

const themes = ['system', 'light', 'dark'] as const

export function ThemeSection() {
  const theme = useTheme((state) => state.theme)
  return (
    <Section title={say('common.theme')}>
      <fieldset className="flex flex-wrap gap-2">
        <legend className="sr-only">{say('common.theme')}</legend>
        {themes.map((choice) => (
          <label key={choice} className="button has-checked:border-accent has-checked:bg-tint">
            <input type="radio" className="accent-(--accent)" name="theme" checked={theme === choice} onChange={() => setTheme(choice)} />
            {say(`common.theme.${choice}`)}
          </label>
        ))}
      </fieldset>
    </Section>
  )
}
