/** Code pages of DOS and of old Macs that banks and programs still write and no TextDecoder reads: the characters of 0x80 to 0xff. */
const pages = {
  ibm850:
    'ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜø£Ø×ƒáíóúñÑªº¿®¬½¼¡«»░▒▓│┤ÁÂÀ©╣║╗╝¢¥┐└┴┬├─┼ãÃ╚╔╩╦╠═╬¤ðÐÊËÈıÍÎÏ┘┌█▄¦Ì▀ÓßÔÒõÕµþÞÚÛÙýÝ' +
    '¯´\u00ad±‗¾¶§÷¸°¨·¹³²■\u00a0',
  ibm852:
    'ÇüéâäůćçłëŐőîŹÄĆÉĹĺôöĽľŚśÖÜŤťŁ×čáíóúĄąŽžĘę¬źČş«»░▒▓│┤ÁÂĚŞ╣║╗╝Żż┐└┴┬├─┼Ăă╚╔╩╦╠═╬¤đĐĎËďŇÍÎě┘┌█▄ŢŮ▀ÓßÔŃńňŠšŔÚŕŰýÝ' +
    'ţ´\u00ad˝˛ˇ˘§÷¸°¨˙űŘř■\u00a0',
  'x-mac-ce': [
    'ÄĀāÉĄÖÜáąČäčĆćéŹźĎíďĒēĖóėôöõúĚěü†°Ę£§•¶ß®©™ę¨≠ģĮįĪ≤≥īĶ∂∑łĻļĽľĹĺŅņŃ¬√ńŇ∆«»…',
    'ňŐÕőŌ–—“”‘’÷◊ōŔŕŘ‹›řŖŗŠ‚„šŚśÁŤťÍŽžŪÓÔūŮÚůŰűŲųÝýķŻŁżĢˇ',
  ].join('\u00a0'),
}

export type OldPage = keyof typeof pages

/** `ibm850`, `CP852`, `850`, `x-mac-ce`; null for any other label. */
export function oldPageOf(label: string): OldPage | null {
  const name = label.toLowerCase().replace(/^(?:ibm|cp)?(?=\d{3}$)/, 'ibm')
  return name in pages ? (name as OldPage) : null
}

export function decodeOldPage(bytes: Uint8Array, page: OldPage): string {
  const characters = pages[page]
  const latin = new TextDecoder('iso-8859-1').decode(bytes)
  const pieces: string[] = []
  let start = 0
  for (let at = 0; at < bytes.length; at += 1) {
    if (bytes[at]! < 0x80) continue
    pieces.push(latin.slice(start, at), characters[bytes[at]! - 0x80]!)
    start = at + 1
  }
  pieces.push(latin.slice(start))
  return pieces.join('')
}
