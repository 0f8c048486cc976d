/**
 * Texts that say of their row that it is not booked: "Pending: Shop", "(Vorgemerkt) Markt", "Shop [en attente]", or nothing else. The
 * word stands apart from the rest, by a mark; within a name, as in "Pending Coffee Ltd", it says nothing.
 */
import { addKeys, mayBeginWith, mayEndWith, newKeys } from './glance.ts'
import { plainLetters } from './header-words.ts'

type NotBooked = 'pending' | 'reverted'

const listed = (phrases: string): string[] => phrases.split(',').map((phrase) => phrase.trim())
const firstWordOf = (phrase: string): string => phrase.split(' ', 1)[0]!

/** Words that can mean nothing else beside an amount. A reservation, or what is open, may be of a hotel or an invoice. */
const pendingPhrases = listed(
  'pending, not booked, not yet booked, not posted, not yet posted, unposted, uncleared, not cleared, preauthorisation, ' +
    'preauthorization, pre authorisation, pre authorization, preauth, pre auth, on hold, in process, in progress, being processed, ' +
    'vorgemerkt, vorgemerkte, vorgemerkter, vorgemerktes, vormerkung, vormerkposten, reserviert, reservierte, reservierter, ausstehend, ' +
    'ausstehende, ausstehender, nicht gebucht, noch nicht gebucht, nicht verbucht, noch nicht verbucht, ungebucht, in bearbeitung, ' +
    'in verarbeitung, wird verarbeitet, angekündigt, schwebend, pendent, ' +
    'en attente, en cours, en cours de traitement, a venir, non comptabilise, non comptabilisee, a comptabiliser, ' +
    'pendiente, pendientes, pendiente de contabilizar, retenido, retenida, por contabilizar, no contabilizado, ' +
    'en proceso, en tramite, in sospeso, sospeso, in attesa, prenotato, prenotata, prenotati, ' +
    'non contabilizzato, non contabilizzata, non contabilizzati, da contabilizzare, in corso, in elaborazione, ' +
    'pendente, cativo, cativa, em processamento, por liquidar, nao contabilizado, em curso, ' +
    'in behandeling, gereserveerd, nog niet geboekt, niet geboekt, wordt verwerkt, te verwerken, in afwachting, ' +
    'reserverad, reserverat, reserverade, ej bokförd, ej bokfört, preliminär, preliminärt, väntande, väntar, reserveret, ikke ' +
    'bogført, afventer, afventende, reservert, ikke bokført, avventer, varattu, katevaraus, vireillä, odottaa, ei ' +
    'kirjattu, broneeritud, ootel, gaida, rezervets, laukiama, rezervuota, ' +
    'oczekujaca, oczekujace, oczekujący, blokada, w realizacji, w trakcie, niezaksiegowana, niezaksięgowane, nierozliczona, ' +
    'nierozliczone, čekající, čeká, blokace, blokováno, nezaúčtováno, nezaúčtovaná, nezaúčtovaný, čakajúca, ' +
    'čakajúce, čaká, blokácia, nezaúčtované, függőben, függő, zárolt, zárolás, zárolva, nem könyvelt, beklemede, bekleyen, ' +
    'bekliyor, provizyon, provizyonda, na čekanju, rezervirano, rezervisano, neproknjiženo, u obradi, v obdelavi, ni knjiženo, in ' +
    'asteptare, în așteptare, blocat, neprocesat, в обработке, ожидает, ожидание, ожидается, холд, не проведено, не ' +
    'проведена, зарезервировано, заблокировано, в очікуванні, в обробці, обработва се, изчакваща, εκκρεμεί, εκκρεμείς, σε εκκρεμότητα, ' +
    'δεσμευμένο, בהמתנה, ממתין, معلق, قيد الانتظار, قيد المعالجة, 未確定, 処理中, 保留中, 承認待ち, 未记账, 待处理, 处理中, 待入账, 未入账, 待處理, 處理中, 未入帳, ' +
    '대기, 대기중, 승인대기, 처리중, 미확정, รอดำเนินการ, dang xu ly, đang xử lý, cho xu ly',
)
/** Beside a word for a payment these are of what is booked: a scheduled payment, an authorised debit. */
const alone = listed(
  'hold, processing, scheduled, upcoming, authorised, authorized, authorisation, authorization, geplant, autorisiert, autorisierung, ' +
    'autorisation, autorise, autorisee, autorizado, autorizada, autorizacion, autorizzato, autorizzata, autorizacao, ' +
    'autoryzacja, авторизация',
)
/** Where nothing that has a state is named these are other words: a direct debit in French, a withdrawal in Italian, a family. */
const besideOthers = listed('prel, venter')
const declinedPhrases = listed(
  'declined, abgelehnt, refusé, refusée, rechazado, rechazada, rifiutato, rifiutata, recusado, recusada, geweigerd, avvisad, nekad, ' +
    'medges ej, afvist, avvist, hylätty, odrzucona, odrzucony, zamítnuto, zamítnutá, zamietnuté, elutasítva, elutasított, reddedildi, ' +
    'odbijeno, отклонено, отклонена, απορρίφθηκε, נדחה, مرفوض, 拒否, 已拒绝, 거절',
)
const phrases = [...declinedPhrases, ...pendingPhrases, ...alone, ...besideOthers]
const says = new Map<string, NotBooked>([
  ...declinedPhrases.map((phrase) => [plainLetters(phrase), 'reverted'] as const),
  ...[...pendingPhrases, ...alone, ...besideOthers].map((phrase) => [plainLetters(phrase), 'pending'] as const),
])
const [mustBeAlone, mustBeBeside] = [new Set(alone.map(plainLetters)), new Set(besideOthers.map(plainLetters))]
const mostWordsOfAPhrase = 4

/** What may stand beside such a word, for what is not booked: all of it names the state. */
const transactions = listed(
  'transaction, transactions, transaktion, transaktionen, umsatz, umsätze, buchung, buchungen, posten, operation, ' +
    'opération, opérations, ' +
    'operación, operaciones, operazione, operazioni, operação, movimiento, movimientos, movimento, movimenti, mouvement, mouvements, ' +
    'transactie, transacties, transaktioner, transaksjon, transaksjoner, köp, kortköp, kjøp, tapahtuma, tehing, transakcja, ' +
    'transakcje, operacja, ' +
    'transakce, transakcia, tranzakció, tranzacție, tranzacție, işlem, transakcija, операция, транзакция, транзакція, συναλλαγή, ' +
    'entry, item, belopp, kwota, belob, beløp, amount, betrag',
)
const besides = [
  ...transactions,
  ...listed(
    'payment, payments, purchase, card, debit, credit, pos, visa, mastercard, transfer, direct, deposit, withdrawal, charge, ' +
      'zahlung, kartenzahlung, kartenumsatz, karte, lastschrift, gutschrift, überweisung, zahlungseingang, zahlungsausgang, kauf, ' +
      'paiement, carte, achat, virement, prélèvement, cb, par, de, pago, tarjeta, compra, con, cargo, abono, carta, ' +
      'pagamento, acquisto, ' +
      'addebito, accredito, bonifico, cartão, compras, betaling, pinbetaling, kortbetaling, varekjøp, korttiosto, maksu, ' +
      'płatność, karta, kartą, przelew, platba, kartou, fizetés, kártyás, vásárlás, ödeme, kart, plaćanje, kupovina, ' +
      'оплата, покупка, картой',
  ),
]
const [transactionWords, besideWords] = [new Set(transactions.map(plainLetters)), new Set(besides.map(plainLetters))]

/** What its words say where each of them is for a state, or for what has one: "Umsatz vorgemerkt". */
function saysWhole(head: string): NotBooked | null {
  const words = wordsOf(head)
  const { state, end } = readFrom(words)
  return end === words.length ? state : null
}

/** "Pending transaction Shop": without a mark a word for what is not booked has to stand beside it. */
function saysBefore(text: string): NotBooked | null {
  const { state, weight } = readFrom(wordsOf(text.slice(0, longestHead)))
  return weight >= 1 ? state : null
}

const wordsOf = (text: string): string[] =>
  plainLetters(text)
    .split(/[\s,.-]/)
    .filter((word) => word !== '')

/** The state that the first words say; of `weight` 1 and more where these name what has it. */
function readFrom(words: readonly string[]): { state: NotBooked | null; weight: number; end: number } {
  let state: NotBooked | null = null
  let [isAlone, isBeside] = [false, false]
  let [weight, end] = [0, 0]
  while (end < words.length) {
    const length = phraseAt(words, end)
    if (length > 0) {
      const phrase = words.slice(end, end + length).join(' ')
      state ??= says.get(phrase)!
      isAlone ||= mustBeAlone.has(phrase)
      isBeside ||= mustBeBeside.has(phrase)
      end += length
    } else if (besideWords.has(words[end]!)) {
      weight += transactionWords.has(words[end]!) ? 1 : 0.4
      end += 1
    } else break
  }
  return { state: (isAlone && weight > 0) || (isBeside && weight < 1) ? null : state, weight, end }
}

/** How many words from here on are the longest phrase of a state; 0 where none is. */
function phraseAt(words: readonly string[], at: number): number {
  if (!firstWords.has(words[at]!)) return 0
  for (let length = Math.min(mostWordsOfAPhrase, words.length - at); length > 0; length -= 1)
    if (says.has(words.slice(at, at + length).join(' '))) return length
  return 0
}

const firstWords = new Set([...says.keys()].map(firstWordOf))

const longestHead = 60
/** Up to a colon, a dash, a bar, a closing bracket or the end; an opening bracket may stand before. */
const headed =
  /^[\s*([{<"'“„«【（「『-]{0,4}([^:：;|•·»…"”“*>()[\]{}（）】」』]{2,50}?)\s{0,2}(?:[:：;|•·»…"”“*>)\]}）】」』]|\.\.|[-–—](?=\s)|\s[-–—/(]|$)/u
const inBrackets = /[([{<*（【「『]([^()[\]{}<>*（）【】「」『』]{2,50})[)\]}>*）】」』]\s{0,2}$/u
const hasMark = /[^\p{L}\d\s.]/u
const behindDash = /\s[-–—|]\s([^-–—|]{2,50})$/u

const [stateKeys, besideKeys, lastKeys] = [newKeys(), newKeys(), newKeys()]
for (const phrase of phrases) {
  addKeys(stateKeys, firstWordOf(phrase))
  addKeys(lastKeys, phrase.slice(phrase.lastIndexOf(' ') + 1))
}
for (const word of besides) for (const keys of [besideKeys, lastKeys]) addKeys(keys, word)

/** Whether a text names such a state and nothing beside. */
export const namesState = (text: string): boolean => saysWhole(text) !== null

/** Why the row of a text is not booked; null where the text does not say so. */
export function notBookedBy(text: string): NotBooked | null {
  if (text.length < 2) return null
  return (mayBeginWith(text, stateKeys, besideKeys) ? byStart(text) : null) ?? (mayEndWith(text, lastKeys) ? byEnd(text) : null)
}

function byStart(text: string): NotBooked | null {
  const head = headed.exec(text)?.[1]
  return (head === undefined ? null : saysWhole(head)) ?? saysBefore(text)
}

function byEnd(text: string): NotBooked | null {
  const tail = text.slice(-longestHead)
  if (!hasMark.test(tail)) return null
  const end = inBrackets.exec(tail)?.[1] ?? behindDash.exec(tail)?.[1]
  return end === undefined ? null : saysWhole(end)
}
