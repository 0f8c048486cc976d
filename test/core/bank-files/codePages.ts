/** Text to bytes of a code page, by turning the decoder round. */
import { decodeOldPage, oldPageOf } from '../../../core/bank-files/old-pages.ts'

const tables = new Map<string, Map<string, number[]>>()

function tableOf(encoding: string): Map<string, number[]> {
  const known = tables.get(encoding)
  if (known) return known
  const old = oldPageOf(encoding)
  const decoder = old === null ? new TextDecoder(encoding, { fatal: true }) : { decode: (bytes: Uint8Array) => decodeOldPage(bytes, old) }
  const table = new Map<string, number[]>()
  const add = (bytes: number[]): void => {
    try {
      const text = decoder.decode(Uint8Array.from(bytes))
      if ([...text].length === 1 && !table.has(text)) table.set(text, bytes)
    } catch {
      // These bytes are no character there.
    }
  }
  for (let byte = 0; byte < 256; byte += 1) add([byte])
  if (/gb|big5|jis|euc/.test(encoding))
    for (let lead = 0x81; lead < 0xff; lead += 1) for (let trail = 0x40; trail < 0xff; trail += 1) add([lead, trail])
  tables.set(encoding, table)
  return table
}

export function encoded(text: string, encoding: string): Uint8Array {
  const table = tableOf(encoding)
  return Uint8Array.from(
    [...text].flatMap((character) => {
      const bytes = table.get(character)
      if (!bytes) throw new Error(`${encoding} has no ${character}`)
      return bytes
    }),
  )
}
