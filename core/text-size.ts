/** How large texts are, and how large numbers are said. */

const encoder = new TextEncoder()

/** Bytes of a text in UTF-8. */
export const utf8Bytes = (text: string): number => encoder.encode(text).length

/** `29200000` → `29,200,000`, for the sentences of problems. */
export const grouped = (count: number): string => String(Math.round(count)).replaceAll(/\B(?=(\d{3})+$)/g, ',')
