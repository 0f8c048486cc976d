/**
 * How values are written within sentences, where the sentence says what they are: `{until, day}`. scripts/wordsPlugin.ts lets the
 * catalogues import it.
 */
import { formatDate } from '../format/date.ts'

/** "2026-08-01" is "Aug 1, 2026", as the person's locale has it. */
export const day = (date: unknown): string => formatDate(String(date))
