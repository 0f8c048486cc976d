/** How large texts are, and how large numbers are said. */

const encoder = new TextEncoder()

/** Bytes of a text in UTF-8. */
export const utf8Bytes = (text: string): number => encoder.encode(text).length

/** `29200000` → `29,200,000`, for the sentences of problems. */
export function grouped(count: number): string {
  let text = String(Math.round(count))
  for (let at = text.length - 3; at > 0; at -= 3) text = `${text.slice(0, at)},${text.slice(at)}`
  return text
}
