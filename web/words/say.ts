/** What is said on the screen, in the person's language, from the catalogues that are loaded. */
import { createElement, Fragment, type ReactNode } from 'react'
import type { Values, WordId } from '../../core/words/words.ts'

/** A sentence, compiled: gives its pieces, those chosen by a plural nested. */
type Sentence = (values: Readonly<Record<string, unknown>>) => unknown[]
export type Sentences = Readonly<Record<string, Sentence>>

const sentences: Record<string, Sentence> = {}

export const addSentences = (more: Sentences): void => void Object.assign(sentences, more)

/** Whether the room of a sentence is loaded. */
export const canSay = (id: WordId): boolean => sentences[id] !== undefined

/** The sentence of an id, filled. An id whose room is not loaded stands for itself. */
export const say = (id: WordId, values: Values = {}): string => piecesOf(id, values).join('')

/** The same where parts of it are more than text: figures that open, emphasised words, links. */
export const sayWith = (id: WordId, values: Readonly<Record<string, ReactNode>>): ReactNode =>
  createElement(Fragment, null, ...(piecesOf(id, values) as ReactNode[]))

function piecesOf(id: WordId, values: Readonly<Record<string, unknown>>): unknown[] {
  const sentence = sentences[id]
  return sentence ? asWritten(sentence(values).flat(Infinity)) : [id]
}

/**
 * A date that ends with a point ends its sentence too: "am 8. Dez." A line does not break between a minus and the currency's sign:
 * "-$35.00" stays together, by a word joiner that nobody sees.
 */
function asWritten(pieces: readonly unknown[]): unknown[] {
  let before = ''
  return pieces.map((piece) => {
    const last = before
    // What a choice leaves empty stands between nothing.
    if (piece !== '') before = String(piece)
    if (typeof piece !== 'string') return piece
    return /^\.(?!\.)/.test(piece) && /[^.]\.$/.test(last) ? piece.slice(1) : piece.replaceAll(/-(?=\p{Sc})/gu, '-\u2060')
  })
}
