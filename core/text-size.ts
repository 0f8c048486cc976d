/** How large texts are. */

const encoder = new TextEncoder()

/** Bytes of a text in UTF-8. */
export const utf8Bytes = (text: string): number => encoder.encode(text).length
