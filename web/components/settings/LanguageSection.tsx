import { useState } from 'react'
import { chosenLanguage } from '../../words/language.ts'
import { languages } from '../../words/rooms.ts'
import { speak } from '../../words/speak.ts'
import { say } from '../../words/say.ts'
import { Section } from './Section.tsx'

/** Which language the page speaks: the browser's, or one chosen on this device. Each is called by its own name. */
export function LanguageSection() {
  const [chosen, setChosen] = useState(chosenLanguage)
  const [hasFailed, setHasFailed] = useState(false)
  const choose = async (language: string | null): Promise<void> => {
    setHasFailed(false)
    setChosen(language)
    try {
      await speak(language)
    } catch {
      setChosen(chosenLanguage())
      setHasFailed(true)
    }
  }
  return (
    <Section title={say('settings.language')}>
      <fieldset className="flex flex-wrap gap-2">
        <legend className="sr-only">{say('settings.language')}</legend>
        {[null, ...languages].map((language) => (
          <label key={language} lang={language ?? undefined} className="button has-checked:border-accent has-checked:bg-tint">
            <input
              type="radio"
              className="accent-(--accent)"
              name="language"
              // All is said anew in another language, and the focus stays on what was chosen.
              data-focus={`language ${language ?? ''}`}
              checked={chosen === language}
              onChange={() => void choose(language)}
            />
            {language === null ? say('settings.language.browser') : ownName(language)}
          </label>
        ))}
      </fieldset>
      <p className="problem mt-2 empty:hidden" role="status">
        {hasFailed && say('settings.language.failed')}
      </p>
    </Section>
  )
}

const ownName = (language: string): string => new Intl.DisplayNames([language], { type: 'language' }).of(language) ?? language
