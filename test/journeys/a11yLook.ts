/** What is looked for on a screen: violations of WCAG 2.2 AA that axe can find, what is wider than the window, what is said in another language. */
import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { allRules, violationsOn, type Looked } from './axe.ts'
import type { PersonOptions } from './browser.ts'
import { realPage, translatorTo, type Translator } from './inLanguage.ts'

/** Looks at what is open, which goes by a name. */
export type Look = (page: Page, what: string) => Promise<void>

/** What is looked for, theme by theme. */
type Looks = Partial<Record<'light' | 'dark', Looked>>

/** Both themes are the same document; in the second only what colours decide is looked at again. */
const colours = { rules: ['color-contrast', 'link-in-text-block'] }
/** What longer words and a narrower window can change. */
const room = { rules: ['target-size', 'scrollable-region-focusable', 'html-has-lang', 'html-lang-valid'] }

/**
 * A phone's colours are those of the wide window, and another language says the same document; of the wide window each other screen is
 * looked at in dark, the others in light. `npm run test:slow` looks at all of it all the same. `nth`: of the screens.
 */
function looksFor({ locale, isMobile }: PersonOptions, isEveryCase: boolean, nth: number): Looks {
  if (isEveryCase) return { light: allRules, dark: colours }
  if (!isMobile) return nth % 2 === 0 ? { light: allRules } : { dark: allRules }
  return { light: locale === undefined ? allRules : room }
}

/** What a person reads or hears. */
const textsOn = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const texts: string[] = []
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    for (let node = walker.nextNode(); node; node = walker.nextNode()) texts.push(node.textContent!.trim())
    for (const element of document.querySelectorAll('[aria-label], [title], [placeholder], [aria-description]')) {
      for (const name of ['aria-label', 'title', 'placeholder', 'aria-description']) texts.push(element.getAttribute(name) ?? '')
    }
    return [...new Set(texts)].filter((text) => text !== '')
  })

/** What is said as ids, or in English where the page speaks another language. */
async function notSaid(page: Page, translator: Translator): Promise<string[]> {
  const texts = await textsOn(page)
  return texts.filter((text) => /^(\w+\.)+[a-z_]{3,}$/.test(text) || translator.isLeftInEnglish(text))
}

const widerBy = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)

/** As somebody with this browser sees it, in its language. */
export async function lookAs(options: PersonOptions, isEveryCase = process.env.EVERY_CASE === '1'): Promise<Look> {
  let nth = 0
  const translator = await translatorTo((options.locale ?? 'en').split('-')[0]!)
  return async (page, what) => {
    expect(await notSaid(page, translator), what).toEqual([])
    expect(await widerBy(page), `${what}: wider than the window by`).toBe(0)
    const looks = looksFor(options, isEveryCase, nth)
    nth += 1
    for (const colorScheme of ['light', 'dark'] as const) {
      const looked = looks[colorScheme]
      if (!looked) continue
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
      expect(await violationsOn(realPage(page), looked), `${what}, ${colorScheme}`).toEqual([])
    }
  }
}
