import { setTheme, useTheme } from '../frame/theme.ts'
import { themeChoices } from '../frame/ThemeMenu.tsx'
import { Section } from './Section.tsx'

export function ThemeSection() {
  const theme = useTheme((state) => state.theme)
  return (
    <Section title="Theme">
      <fieldset className="flex flex-wrap gap-2">
        <legend className="sr-only">Theme</legend>
        {themeChoices.map((choice) => (
          <label key={choice.value} className="button has-checked:border-accent has-checked:bg-tint">
            <input type="radio" className="accent-(--accent)" name="theme" checked={theme === choice.value} onChange={() => setTheme(choice.value)} />
            {choice.label}
          </label>
        ))}
      </fieldset>
    </Section>
  )
}
