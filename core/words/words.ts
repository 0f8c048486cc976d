/**
 * Words as data: what the program says stands in catalogues, one folder a language, one file a room. A sentence is an ICU message
 * (MessageFormat 1) under an id; whoever shows it gives the values. Core never makes a sentence by itself: it is handed `say`.
 */
import type { Rooms } from './rooms.ts'

export type Room = keyof Rooms

/** The id of a sentence: its room, a point, what it says. */
export type WordId = { [R in Room]: keyof Rooms[R] & string }[Room]

/** What a sentence is filled with. Amounts and dates come as texts, written for the person; numbers choose plurals. */
export type Values = Readonly<Record<string, string | number>>

/** Makes a sentence in one language. */
export type Say = (id: WordId, values?: Values) => string

/** The shape of a room in another language: the same ids, each with its sentence. */
export type Translated<English> = Readonly<Record<keyof English, string>>

/** "a", "a and b", "a, b and c". */
export function listed(parts: readonly string[], say: Say): string {
  if (parts.length < 2) return parts.join('')
  return say('common.and', { first: parts.slice(0, -1).join(', '), last: parts.at(-1)! })
}
