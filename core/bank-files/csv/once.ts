/** What files say again and again is kept once, and thought about once. */

/** One and the same text for equal ones: a file of a million rows has a few thousand days. `all`: each that came, once. */
export function oneForEqual(): { of: (text: string) => string; all: () => string[] } {
  const known = new Map<string, string>()
  let last = ''
  return {
    of: (text) => {
      if (text === last) return last
      const found = known.get(text)
      if (found === undefined) known.set(text, text)
      last = found ?? text
      return last
    },
    all: () => [...known.keys()],
  }
}

/** Answers to texts, kept while they are few: what columns and names are is asked of the same cells again and again. */
export function remembered<T extends {} | null>(answer: (text: string) => T, most = 4_000): (text: string) => T {
  const known = new Map<string, T>()
  return (text) => {
    const found = known.get(text)
    if (found !== undefined) return found
    const made = answer(text)
    if (known.size >= most) known.clear()
    known.set(text, made)
    return made
  }
}

/** As `remembered` while a column says the same few things, as kinds do; from then on each text is thought about. */
export function rememberedWhileFew<T extends {} | null>(answer: (text: string) => T, most = 200): (text: string) => T {
  const known = new Map<string, T>()
  return (text) => {
    if (known.size >= most) return answer(text)
    const found = known.get(text)
    if (found !== undefined) return found
    const made = answer(text)
    known.set(text, made)
    return made
  }
}

/** A text, the same one for equal ones, and the answer to it. */
export interface Answered<T> {
  text: string
  answer: T
}

/**
 * As `oneForEqual`, with an answer to each text, while there are few of them. The one text is near at hand when it is read again, as the
 * place in the file where each of its equals stands is not.
 */
export function oneForEqualAnswered<T>(answer: (text: string) => T, most: number): (text: string) => Answered<T> {
  const known = new Map<string, Answered<T>>()
  const ofNone = { text: '', answer: answer('') }
  return (text) => {
    if (text === '') return ofNone
    if (known.size >= most) return { text, answer: answer(text) }
    const found = known.get(text)
    if (found !== undefined) return found
    const made = { text, answer: answer(text) }
    known.set(text, made)
    return made
  }
}

const mostTextsKept = 10_000

/** An answer to each text once: a damaged file says the same a million times. */
export function onceAText<T>(answer: (text: string) => T): (text: string) => T {
  const known = new Map<string, { answer: T }>()
  let lastText: string | null = null
  let last: { answer: T } | null = null
  return (text) => {
    if (last === null || text !== lastText) {
      last = known.get(text) ?? null
      if (last === null) {
        last = { answer: answer(text) }
        if (known.size < mostTextsKept) known.set(text, last)
      }
      lastText = text
    }
    return last.answer
  }
}
