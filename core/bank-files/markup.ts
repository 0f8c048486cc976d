/**
 * The tags of OFX and of XML, one after the other. Tolerant, since banks write both with tags left open, entities half
 * written and headers missing; nothing is expanded, nothing is looked up, and every character is passed once.
 */
export interface Tag {
  /** Without a prefix of a namespace; as written. */
  name: string
  isClosing: boolean
  /** `<Tag/>`: opens and closes. */
  isEmpty: boolean
  /** What follows up to the next tag, comments left out and entities read. */
  text: string
  /** What stands between the name and `>`; see `attributeOf`. */
  attributes: string
  /** Where it begins, in characters. */
  place: number
}

/** How reading ended: at the end, at a DOCTYPE (refused), or within something that is never closed. */
export type End = { kind: 'end' } | { kind: 'doctype'; place: number } | { kind: 'cut'; place: number }

const longestName = 80

/**
 * Calls `onTag` for every tag, until it answers false; the tag is one and the same object, to be read at once. Text before
 * the first tag and behind a closing one is passed over.
 */
export function readTags(text: string, onTag: (tag: Tag) => boolean): End {
  const tag: Tag = { name: '', isClosing: false, isEmpty: false, text: '', attributes: '', place: 0 }
  let at = nextTag(text, 0)
  while (at < text.length) {
    if (startsWith(text, at, '<!doctype') || startsWith(text, at, '<!entity')) return { kind: 'doctype', place: at }
    const skipped = skip(text, at)
    if (skipped < 0) return { kind: 'cut', place: at }
    if (skipped > at) {
      at = nextTag(text, skipped)
      continue
    }
    const close = text.indexOf('>', at)
    if (close < 0) return { kind: 'cut', place: at }
    readName(tag, text, at, close)
    at = nextTag(text, close + 1)
    if (isPassedOver(text, at)) {
      const content = contentFrom(text, close + 1)
      if (content === null) return { kind: 'cut', place: close + 1 }
      tag.text = content.text
      at = content.end
    } else tag.text = tag.isClosing ? '' : decoded(text.slice(close + 1, Math.min(at, close + 1 + longestText)))
    if (!onTag(tag)) break
  }
  return { kind: 'end' }
}

/** Where a comment, a CDATA section or an instruction that begins here ends; the same place when none does, −1 when it has no end. */
function skip(text: string, at: number): number {
  const code = text.charCodeAt(at + 1)
  if (code !== 33 && code !== 63) return at
  const [start, end] = text.startsWith('<!--', at)
    ? ['<!--', '-->']
    : text.startsWith('<![CDATA[', at)
      ? ['<![CDATA[', ']]>']
      : code === 63
        ? ['<?', '>']
        : ['<!', '>']
  const found = text.indexOf(end, at + start.length)
  return found < 0 ? -1 : found + end.length
}

function startsWith(text: string, at: number, lowerCase: string): boolean {
  return text.charCodeAt(at + 1) === 33 && text.slice(at, at + lowerCase.length).toLowerCase() === lowerCase
}

/** The next `<` that begins a tag, a comment or the like; one before a space or a digit is text. */
function nextTag(text: string, from: number): number {
  for (let at = text.indexOf('<', from); at >= 0; at = text.indexOf('<', at + 1)) {
    const code = text.charCodeAt(at + 1)
    if (isNameStart(code) || code === 47 || code === 33 || code === 63) return at
  }
  return text.length
}

const isNameStart = (code: number): boolean => (code >= 65 && code <= 90) || (code >= 97 && code <= 122) || code === 95 || code > 127

function readName(tag: Tag, text: string, at: number, close: number): void {
  tag.place = at
  tag.isClosing = text.charCodeAt(at + 1) === 47
  tag.isEmpty = !tag.isClosing && text.charCodeAt(close - 1) === 47
  const start = at + (tag.isClosing ? 2 : 1)
  let end = start
  let colon = -1
  while (end < close && end - start < longestName && !isNameEnd(text.charCodeAt(end))) {
    if (text.charCodeAt(end) === 58) colon = end
    end += 1
  }
  tag.name = text.slice(colon < 0 ? start : colon + 1, end)
  tag.attributes = end === close ? '' : text.slice(end, tag.isEmpty ? close - 1 : close)
}

const isNameEnd = (code: number): boolean => code <= 32 || code === 47 || code === 60

/** No value of a bank's is longer; of one that is, the rest is passed over. */
const longestText = 8 * 1_024

/** The text up to the next tag. Null when a comment or a CDATA section in it is never closed. */
function contentFrom(text: string, from: number): { text: string; end: number } | null {
  let end = nextTag(text, from)
  let content = decoded(text.slice(from, Math.min(end, from + longestText)))
  while (isPassedOver(text, end)) {
    const after = skip(text, end)
    if (after < 0) return null
    const room = longestText - content.length
    if (text.startsWith('<![CDATA[', end)) content += text.slice(end + 9, Math.min(after - 3, end + 9 + Math.max(0, room)))
    end = nextTag(text, after)
    if (room > 0) content += decoded(text.slice(after, Math.min(end, after + room)))
  }
  return { text: content, end }
}

const isPassedOver = (text: string, at: number): boolean =>
  text.charCodeAt(at + 1) === 33 && !startsWith(text, at, '<!doctype') && !startsWith(text, at, '<!entity')

const named: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ' }

/** The five entities of XML, &nbsp; and numbers; any other stays as it is written. */
function decoded(text: string): string {
  if (!text.includes('&')) return text
  return text.replace(/&(#x[0-9a-f]{1,6}|#[0-9]{1,7}|[a-z]{2,4});/gi, (whole, name: string) => {
    if (!name.startsWith('#')) return named[name.toLowerCase()] ?? whole
    const code = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1))
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole
  })
}

/** The value of an attribute; "" when the tag has none of that name. */
export function attributeOf(attributes: string, name: string): string {
  for (let at = attributes.indexOf(name); at >= 0; at = attributes.indexOf(name, at + 1)) {
    let from = at + name.length
    while (attributes.charCodeAt(from) <= 32) from += 1
    if (attributes[from] !== '=') continue
    from += 1
    while (attributes.charCodeAt(from) <= 32) from += 1
    const quote = attributes[from]
    if (quote !== '"' && quote !== "'") continue
    const end = attributes.indexOf(quote, from + 1)
    return end < 0 ? '' : decoded(attributes.slice(from + 1, end))
  }
  return ''
}

/** The line, counted from 1, of places that are asked for in order. */
export function lineCounter(text: string): (place: number) => number {
  let line = 1
  let next = text.indexOf('\n')
  return (place) => {
    while (next >= 0 && next < place) {
      line += 1
      next = text.indexOf('\n', next + 1)
    }
    return line
  }
}
