/** What cells say in words: the direction of the money, whether a row is booked, the kind of a payment. */
import { markOf } from '../read-amounts.ts'
import { addKeys, mayHold, newKeys } from './glance.ts'
import { plainLetters } from './header-words.ts'
import { remembered } from './once.ts'

const setOf = (words: string): ReadonlySet<string> => new Set(words.split(',').map((word) => plainLetters(word.trim())))

const listed = (words: string): readonly string[] => words.split(',').map((word) => plainLetters(word.trim()))

const wordsIn = setOf(
  'cr, c, crdt, credit, credits, kredit, k, in, +, h, haben, bij, gutschrift, deposit, einnahme, eingang, prijem, prijem na ucet, ' +
    'incoming, i, inflow, income, ingoing, credito, crédit, abono, avere, ma, uznanie, jóváírás, tulo, pano, kreeditt, kreedit, ' +
    'insättning, inn, ind, ingreso, entrata, alacak, uplata, priliv, приход, зачисление, кредит, п, поступление, πίστωση, π, זכות, دائن, ' +
    '入金, 収入, 收入, 入, 贷, 貸, 存入, 입금, money in, paid in, received, entrée, entrées, entrada, entradas, recette, giriş, gelen, доход, доходы, ' +
    'поступление, пополнение, надходження, bijschrijving, ontvangen, wpływ, wpływy, przychód, przychodząca, príjem, příchozí, bevétel, ' +
    'bejövő, terhére jóváírás, încasare, intrare, pajamos, ienākošais, ulaz, priljev, tulu, laekumine, ingående, indgående, inngående, ' +
    '收, 转入, 轉入, 流入, お預り, 預入',
)
const wordsOut = setOf(
  'dr, d, db, dbit, debit, debits, debet, deebet, out, -, −, s, soll, af, lastschrift, belastung, withdrawal, ausgabe, ausgang, vydaj, ' +
    'výdej, vyber, outgoing, o, outflow, expense, outgoing payment, debito, débit, cargo, adeudo, dare, wn, obciążenie, terhelés, meno, ' +
    'otto, uttag, ut, ud, gasto, uscita, borç, isplata, odliv, расход, списание, дебет, р, χρέωση, χ, חובה, مدين, 出金, 支出, 出, 借, 支取, 출금, ' +
    'money out, paid out, sent, sortie, sorties, saída, saídas, salida, salidas, dépense, çıkış, giden, расход, расходы, витрата, ' +
    'видаток, afschrijving, betaald, wydatek, wydatki, rozchód, wychodząca, výdaj, odchozí, kiadás, kimenő, plată, ieșire, išlaidos, ' +
    'izejošais, izlaz, odljev, kulu, väljaminek, utgående, udgående, belastad, 支, 转出, 轉出, 流出, お支払, 引出',
)

/** What a cell says about the direction of the money; null when it says nothing of the kind. */
export const directionOf = (cell: string): 'in' | 'out' | null => (cell.length > 20 ? null : directionOfWord(cell))

const directionOfWord = remembered((cell): 'in' | 'out' | null => {
  const word = plainLetters(cell.trim().replace(/^\(|[.)]$/g, ''))
  if (wordsIn.has(word)) return 'in'
  return wordsOut.has(word) ? 'out' : null
})

/** Where only one of CR and DR stands, so that the amounts without it go the other way; null where both do, or none. */
export function markedAlone(cells: readonly string[]): 'in' | 'out' | null {
  const marks = new Set<'in' | 'out' | null>()
  for (const cell of cells) if (cell.trim() !== '') marks.add(markOf(cell))
  const [into, out] = [marks.has('in'), marks.has('out')]
  return into === out || !marks.has(null) ? null : into ? 'in' : 'out'
}

/** The amount of a cell where only `marked` has a mark. */
export const byMark = (cell: string, cents: number, marked: 'in' | 'out'): number =>
  (markOf(cell) === marked) === (marked === 'in') ? Math.abs(cents) : -Math.abs(cents)

const yesWords = setOf(
  'yes, y, true, ja, j, oui, si, sí, sì, sim, da, tak, ano, áno, igen, evet, kyllä, jah, taip, jā, да, ναι, はい, 是, 예',
)
const noWords = setOf('no, n, false, nein, non, nee, nej, nei, não, nao, nu, nie, ne, nem, hayır, ei, нет, όχι, いいえ, 否, 아니오')

/** True or false for a word of agreement; null for any other. */
export function yesOrNo(cell: string): boolean | null {
  if (cell.length > 8) return null
  const word = plainLetters(cell.trim())
  return yesWords.has(word) ? true : noWords.has(word) ? false : null
}

export type Booking = 'booked' | 'pending' | 'reverted'

/**
 * Words of more than three letters, and those of scripts without spaces, are found within others; shorter ones are the whole text, and
 * `=hold` is a word by itself.
 */
const wordsOfAState = (words: string): ((text: string) => boolean) => {
  const all = listed(words)
  const isWithin = (word: string): boolean => word.length > 3 || (word.length > 1 && /[\u3040-\uffff]/.test(word))
  const single = all.filter((word) => word.startsWith('=')).map((word) => ` ${word.slice(1)} `)
  const others = all.filter((word) => !word.startsWith('='))
  const [whole, within] = [new Set(others.filter((word) => !isWithin(word))), others.filter(isWithin)]
  return (text) =>
    whole.has(text) ||
    within.some((word) => text.includes(word)) ||
    single.some((word) => ` ${text.replace(/[^\p{L}]/gu, ' ')} `.includes(word))
}

const saysPending = wordsOfAState(
  'pending, vorgemerkt, vormerkung, nicht gebucht, not posted, unposted, uncleared, authorised, authorized, authorisation, ' +
    'authorization, =hold, unbezahlt, unvollständig, ' +
    'processing, in progress, in process, ausstehend, offen, geplant, scheduled, en attente, en cours, a ' +
    'venir, pendiente, retenido, in sospeso, in attesa, non contabilizzato, in behandeling, gereserveerd, reservering, reserverad, ' +
    'reserveret, reservert, reservation, preliminar, väntande, afventer, varattu, vireillä, broneering, oczekujac, blokada, w ' +
    'realizacji, čekající, blokace, nezaúčtov, függőben, zárolt, beklemede, bekliyor, provizyon, na čekanju, rezervirano, в обработке, ' +
    'ожидает, холд, авторизац, не проведен, εκκρεμ, בהמתנה, معلق, 未確定, 処理中, 待处理, 处理中, 未入账, 等待, 대기, 승인대기, čeká, čaká, čakaj, alatt, ' +
    'venter, väntar, katevarau, varaus, cativo, cativa, asteptare, in curs, angekündigt, in bearbeitung, bevorstehend, reserviert, ' +
    'reservierung, blockiert, autoris, autoriz, geautoriseerd, autoryzow, авторизов, provisional, upcoming, future, expected, planned, ' +
    'awaiting, submitted, initiated, requested, preauth, pre auth, da contabilizzare, por contabilizar, a comptabiliser, wordt verwerkt, ' +
    'te verwerken, kommande, kommende, tulossa, gaida, laukiama, laukia, ootel, rezerve, apstrad, vykdom, v obdelavi, u obradi, ожидани, ' +
    '保留, 速報, 處理中, 待處理, 未請求, 등록',
)
const saysReverted = wordsOfAState(
  'reverted, reversed, reversal, cancelled, canceled, declined, denied, failed, rejected, refused, expired, void, voided, returned, ' +
    'storniert, storno, abgelehnt, fehlgeschlagen, abgebrochen, annulé, rejeté, refusé, échoué, anulado, rechazado, fallido, denegado, ' +
    'annullato, rifiutato, stornato, geannuleerd, geweigerd, mislukt, avvisad, annullerad, nekad, misslyckad, annulleret, afvist, ' +
    'kansellert, avvist, peruttu, hylätty, tühistatud, anulowan, odrzucon, zrušen, zamítnut, törölt, elutasít, sztorn, iptal, ' +
    'reddedildi, otkazano, odbijeno, отклонен, отменен, возврат, ακυρ, בוטל, ملغ, 取消, キャンセル, 失敗, bounced, rückgabe, rücklastschrift, 关闭, ' +
    '已退款, 失败, 취소, 실패, deleted, gelöscht, supprimé, eliminad, borrado, eliminat, verwijderd, raderad, slettet, poistettu, usunięt, ' +
    'smazan, vymazan, törölve, silindi, удален, 削除, 删除, 삭제',
)
const bookedWords =
  'booked, gebucht, posted, completed, complete, cleared, settled, done, executed, ausgeführt, verbucht, abgeschlossen, erledigt, ' +
  'comptabilis, exécut, effectu, terminé, validé, contabilizad, realizad, ejecutad, completad, efetuad, contabilizzat, eseguit, ' +
  'completat, confermat, geboekt, verwerkt, voltooid, uitgevoerd, bokförd, genomförd, klar, bogført, gennemført, udført, bokført, ' +
  'utført, fullført, kirjattu, suoritettu, tehtud, teostatud, zaksięgowan, zrealizowan, wykonan, rozliczon, zaúčtov, proveden, ' +
  'dokončen, könyvelt, teljesít, végrehajt, tamamland, gerçekleş, onayland, proknjiženo, izvršen, provedeno, исполнен, проведен, ' +
  'выполнен, завершен, успешно, ок, ολοκληρ, בוצע, مكتمل, 確定, 完了, 成功, 交易成功, 已完成, 支付成功, 已入账, 已存入, 已到账, 已转账, 已收钱, 已支付, finaliz, 완료, 승인, ' +
  'processed, verarbeitet, procesado, processado, traité, przetworzon, zpracován, обработан, ok, success, successful, confirmed, ' +
  'approved, paid, active'
const saysBooked = wordsOfAState(bookedWords)

/** "Ungebucht", "unposted", "nezrealizováno". */
const isDeniedWithin = /(?:^|[^\p{L}])(?:un|in|non|u|o|nie|ne|не)(?=\p{L})/gu
const saysNotBooked = (text: string): boolean =>
  [...text.matchAll(isDeniedWithin)].some(({ index, 0: prefix }) =>
    beginBooked.some((word) => text.startsWith(word, index + prefix.length)),
  )
const beginBooked = listed(bookedWords).filter((word) => word.length > 3)

/** "Not booked", in the languages that say it in a word of its own. */
const isDenied = /[ -](?:not|un|non|no|nicht|ej|inte|ikke|ikkje|ei|nie|ne|nem|niet|nao|nu|не|нет|δεν)[ -]/

/** What a cell of a column of states says of its row; null when it is no such word. */
export function bookingOf(cell: string): Booking | null {
  if (cell.length > 40) return null
  const text = plainLetters(cell.trim())
  if (isDenied.test(` ${text} `) && saysBooked(text)) return 'pending'
  if (saysPending(text)) return 'pending'
  if (saysReverted(text)) return 'reverted'
  if (!saysBooked(text)) return null
  return saysNotBooked(text) ? 'pending' : 'booked'
}

const kindWords = setOf(
  'lastschrift, sepa lastschrift, basislastschrift, folgelastschrift, gutschrift, überweisung, sepa überweisung, online überweisung, ' +
    'echtzeitüberweisung, dauerauftrag, dauerauftragsgutschrift, kartenzahlung, kartenumsatz, mastercard zahlung, visa zahlung, ' +
    'girocard, übertrag, umbuchung, lohn gehalt, lohn/gehalt, auszahlung, bargeldauszahlung, barauszahlung, einzahlung, abschluss, ' +
    'entgelt, entgeltabschluss, zinsen, ' +
    'dd, bgc, deb, fpo, fpi, so, tfr, pos, bp, atm, ach, ach_debit, ach_credit, card_payment, topup, transfer, exchange, debit card, ' +
    'direct debit, direct deposit, standing order, bank transfer, card payment, card purchase, card transaction, faster payment, bill ' +
    'payment, bill pay, cash withdrawal, cash machine, cheque, check, fee, interest, payment, purchase, sale, refund, debit, credit, ' +
    'wire, ' +
    'virement, virement reçu, virement émis, prélèvement, carte, paiement carte, paiement par carte, retrait, chèque, transferencia, ' +
    'recibo, compra, pix, pago con tarjeta, domiciliación, bonifico, addebito, pagamento, prelievo, giroconto, ' +
    'overschrijving, domiciliëring, incasso, betaalautomaat, geldautomaat, ideal, online bankieren, bancontact, kortköp, överföring, ' +
    'autogiro, girering, kortbetaling, overførsel, dankort, varekjøp, overføring, avtalegiro, tilisiirto, korttiosto, verkkomaksu, ' +
    'przelew, przelew przychodzący, przelew wychodzący, płatność kartą, zakup kartą, wypłata, platba kartou, odchozí úhrada, příchozí ' +
    'úhrada, inkaso, trvalý příkaz, átutalás, kártyás vásárlás, vásárlás kártyával, munkabér, pagamento visa debit, bonifico sepa ' +
    'italia, csoportos beszedés, havale, eft, kart harcaması, перевод, оплата, покупка, пополнение, списание, зачисление, снятие, 振込, ' +
    '振替, 引落, 口座振替, カード, 给与, 转账, 消费, 付款, 收款, 이체, 카드, 체크카드, 자동이체, ชำระเงิน, โอนเงิน, รับโอนเงิน, ฝากเงิน, ถอนเงิน',
)

const besideKinds = setOf(
  'sepa, online, visa, mastercard, maestro, con, carta, tarjeta, cartao, carte, card, debit, debito, credit, credito, instant, intern, ' +
    'interno, extern, domestic, international, internacional, outgoing, incoming, in, out, de, di, da, du, par, per, mit, med, met, via, ' +
    'by, for, the, to, of, bancomat, pos, euro, kontaktlos, contactless, pix, no, na, em, recebido, recebida, enviado, enviada',
)

/** Whether a cell says how money was moved rather than with whom, in one word or several, such as "Pagamento POS". */
export const isKindOfPayment = remembered((cell) => {
  const plain = plainLetters(cell.trim().slice(0, 41)).replace(/[-_]/g, ' ')
  if (kindWords.has(plain)) return true
  const words = plain.split(/[\s/]+/)
  return (
    words.length > 1 &&
    words.length <= 4 &&
    words.some((word) => kindWords.has(word)) &&
    words.every((word) => kindWords.has(word) || besideKinds.has(word))
  )
})

const hasEastern = /[\u3040-\uffff]/
/** Of the words that the phrases of money begin with. */
const moneyKeys = newKeys()

/** Whole words, but for those of scripts without spaces. `plain` has a space at each end and one between words. */
function wordsOfMoney(words: string): (plain: string) => boolean {
  const all = listed(words)
  const within = all.filter((word) => hasEastern.test(word))
  const byFirst = Map.groupBy(
    all.filter((word) => !hasEastern.test(word)).map((word) => ` ${word} `),
    (word) => word.slice(1, word.indexOf(' ', 1)),
  )
  for (const word of byFirst.keys()) addKeys(moneyKeys, word)
  return (plain) => {
    for (let at = 0; at < plain.length - 1;) {
      const end = plain.indexOf(' ', at + 1)
      if (byFirst.get(plain.slice(at + 1, end))?.some((word) => plain.startsWith(word, at))) return true
      at = end
    }
    return hasEastern.test(plain) && within.some((word) => plain.includes(word))
  }
}

const saysPay = wordsOfMoney(
  'pensja, sueldo, salario, ordenado, salariu, alga, atlyginimas, plaća, salary, payroll, wages, gehalt, lohn, rente, pension, ' +
    'salaire, paie, nomina, stipendio, salaris, loon, lön, lønn, palk, palkka, wynagrodzenie, płace, výplata, mzda, fizetés, bér, maaş, ' +
    'зарплата, заработная плата, 給与, 給料, 工资, 급여',
)
const saysIncome = wordsOfMoney(
  'vir recu, virement recu, virement en votre faveur, a vostro favore, bonifico ricevuto, transferencia recibida, transferencia ' +
    'recebida, przelew przychodzacy, zewnetrzny przychodzacy, зарахування, direct deposit, gutschrift, refund, erstattung, ' +
    'remboursement, reembolso, rimborso, payment received, payment thank you, payment from, thank you, zahlung erhalten, zahlung danke, ' +
    'vielen dank, besten dank, paiement recu, merci, pago recibido, su pago, pagamento ricevuto, pagamento recebido, betaling ontvangen, ' +
    'inbetalning, indbetaling, innbetaling, wplata, splata karty, platba prijata',
)
const saysSpending = wordsOfMoney(
  'lastschrift, direct debit, card purchase, card payment, kartenzahlung, cash withdrawal, atm withdrawal, rent, miete, loyer, ' +
    'alquiler, affitto, huur, hyra, vuokra, czynsz, nájem, prélèvement, domiciliación, addebito, incasso, autogiro, standing order, ' +
    'dauerauftrag',
)

const purchases = setOf(
  'purchase, purchases, card purchase, pos purchase, online purchase, sale, kauf, einkauf, kartenkauf, achat, achats, achat carte, ' +
    'compra, compras, acquisto, acquisti, aankoop, aankopen, kop, kob, kjop, zakup, zakupy, nakup, osto, vasarlas, pirkums, pirkinys, ' +
    'ost, kupovina, kupnja, покупка',
)

/** Whether a cell of kinds of payment says that something was bought, so that the money went out. */
export const isPurchase = (cell: string): boolean => cell.length > 0 && cell.length <= 20 && purchases.has(plainLetters(cell.trim()))

/** A quick look before the thorough one. */
export const mayNameMoney = (text: string): boolean => mayHold(text, moneyKeys)

/** What a text says of its money: pay or something else that comes in, what goes out; null when it says none of these, or several. */
export function moneyWordsOf(text: string): 'pay' | 'in' | 'out' | null {
  const plain = ` ${plainLetters(text.slice(0, 120))
    .replace(/[^\p{L}]+/gu, ' ')
    .trim()} `
  const [pay, into, out] = [saysPay(plain), saysIncome(plain), saysSpending(plain)]
  if (out) return pay || into ? null : 'out'
  return pay ? 'pay' : into ? 'in' : null
}
