/** ETag, If-Match and If-None-Match (RFC 9110): a scenario's tag is its revision. */

export const entityTagOf = (revision: number): string => `"${revision}"`

/** Of a text that is told in a language: it names the language too, unless it is English. */
export const entityTagIn = (language: string, tag: number | string): string => `"${tag}${language === 'en' ? '' : `-${language}`}"`

/**
 * The revisions an If-Match names; undefined when it sets no condition: it is absent, or `*`, which any scenario that is
 * there meets. Proxies that compress weaken tags (`W/"7"`), and a file's names its language (`"7-de"`); the revision in them says the same.
 * Tags of nobody's match none.
 */
export function revisionsToMatch(header: string | null | undefined): number[] | undefined {
  if (header === null || header === undefined || header.trim() === '*') return undefined
  return revisionsIn(header)
}

/** Whether an If-None-Match names this revision: who asks has it already. */
export function isKnown(header: string | null | undefined, revision: number): boolean {
  if (header === null || header === undefined) return false
  return header.trim() === '*' || revisionsIn(header).includes(revision)
}

const revisionsIn = (header: string): number[] =>
  [...header.matchAll(/(?:^|[\s,])(?:W\/)?"(\d{1,15})(?:-[a-z]{2,3})?"(?=$|[\s,])/g)].map((match) => Number(match[1]))
