/**
 * In which language who asks is answered: the first of Accept-Language that there are words of, by its weights; English where there is
 * none.
 */
import type { Context, MiddlewareHandler } from 'hono'
import { languageDetector } from 'hono/language'
import type { Say } from '../../core/words/words.ts'
import { languages, sayingIn } from '../words/words.ts'
import type { AppEnv } from './variables.ts'

const known = { caches: false as const, supportedLanguages: [...languages], fallbackLanguage: 'en' }

/** `de-AT` is answered in German. */
export const language = (): MiddlewareHandler<AppEnv> => languageDetector({ ...known, order: ['header'] })

/** Of an address that says by itself which language it is read in, for programs that are told none: `?lang=de`. */
export const languageOfAddress = (): MiddlewareHandler<AppEnv> =>
  languageDetector({ ...known, order: ['querystring'], lookupQueryString: 'lang' })

/** Of an answer that is told in the language of who asks. */
export const inLanguage = (spoken: string): Record<string, string> => ({ 'Content-Language': spoken, Vary: 'Accept-Language' })

/** English where no layer has asked yet. */
export const languageOf = (c: Context): string => (c.get('language') as string | undefined) ?? 'en'

export const sayTo = (c: Context): Say => sayingIn(languageOf(c))
