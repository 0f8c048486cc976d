/**
 * Texts that say of their row that it is not booked: "Pending: Shop", "(Vorgemerkt) Markt", "Shop [en attente]", or nothing else. The
 * word stands apart from the rest by a mark, or can be no name ("Vorgemerkt Markt"), or what was bought by card stands beside it; within a
 * name, as in "Pending Coffee Ltd", it says nothing. "PENDING SHOP" may be either: the other rows tell, or it is told.
 */
import { addKeys, hasMark, mayBeginWith, mayEndWith, newKeys } from './glance.ts'
import { plainLetters } from './header-words.ts'
import { remembered } from './once.ts'

type NotBooked = 'pending' | 'reverted'

const listed = (phrases: string): string[] => phrases.split(',').map((phrase) => phrase.trim())
const firstWordOf = (phrase: string): string => phrase.split(' ', 1)[0]!

/** Words that can mean nothing else beside an amount. A reservation, or what is open, may be of a hotel or an invoice. */
const pendingPhrases = listed(
  'pending, unposted, uncleared, not cleared, on hold, in process, in progress, being processed, reserviert, reservierte, reservierter, ' +
    'ausstehend, ausstehende, ausstehender, in bearbeitung, in verarbeitung, wird verarbeitet, angekündigt, schwebend, pendent, ' +
    'en attente, en cours, en cours de traitement, a venir, a comptabiliser, pendiente, pendientes, retenido, retenida, ' +
    'por contabilizar, en proceso, en tramite, in sospeso, sospeso, in attesa, prenotato, prenotata, prenotati, da contabilizzare, ' +
    'in corso, in elaborazione, pendente, cativo, cativa, em processamento, por liquidar, em curso, in behandeling, gereserveerd, ' +
    'te verwerken, in afwachting, reserverad, reserverat, reserverade, preliminär, preliminärt, väntande, väntar, reserveret, ' +
    'afventer, afventende, reservert, avventer, varattu, vireillä, odottaa, broneeritud, ootel, gaida, rezervets, laukiama, ' +
    'rezervuota, oczekujaca, oczekujace, oczekujący, blokada, w realizacji, w trakcie, nierozliczona, nierozliczone, čekající, čeká, ' +
    'blokace, blokováno, čakajúca, čakajúce, čaká, blokácia, függőben, függő, zárolt, zárolás, zárolva, beklemede, bekleyen, ' +
    'bekliyor, provizyon, provizyonda, na čekanju, rezervirano, rezervisano, u obradi, v obdelavi, in asteptare, în așteptare, ' +
    'blocat, neprocesat, в обработке, ожидает, ожидание, ожидается, холд, зарезервировано, заблокировано, в очікуванні, в обробці, ' +
    'обработва се, изчакваща, εκκρεμεί, εκκρεμείς, σε εκκρεμότητα, δεσμευμένο, בהמתנה, ממתין, معلق, قيد الانتظار, قيد المعالجة, 未確定, ' +
    '処理中, 保留中, 承認待ち, 未记账, 待处理, 处理中, 待入账, 未入账, 待處理, 處理中, 未入帳, 대기, 대기중, 승인대기, 처리중, 미확정, รอดำเนินการ, dang xu ly, đang xử lý, cho xu ly',
)
/** Of these some are no names: they say so without a mark behind them too. */
const plainPhrases = listed(
  'not booked, not yet booked, not posted, not yet posted, preauthorisation, preauthorization, pre authorisation, ' +
    'pre authorization, preauth, pre auth, auth hold, authorization hold, authorisation hold, temporary hold, vorgemerkt, vorgemerkte, ' +
    'vorgemerkter, vorgemerktes, vormerkung, vormerkposten, nicht gebucht, noch nicht gebucht, nicht verbucht, noch nicht verbucht, ' +
    'ungebucht, non comptabilise, non comptabilisee, pendiente de contabilizar, no contabilizado, non contabilizzato, ' +
    'non contabilizzata, non contabilizzati, nao contabilizado, nog niet geboekt, niet geboekt, wordt verwerkt, ej bokförd, ej bokfört, ' +
    'ikke bogført, ikke bokført, ei kirjattu, katevaraus, niezaksiegowana, niezaksięgowane, nezaúčtováno, nezaúčtovaná, ' +
    'nezaúčtovaný, nezaúčtované, nem könyvelt, neproknjiženo, ni knjiženo, не проведено, не проведена',
)
/** Beside a word for a payment these are of what is booked: a scheduled payment, an authorised debit. */
const alone = listed(
  'hold, auth, processing, scheduled, upcoming, ' +
    'authorised, authorized, authorisation, authorization, geplant, autorisiert, autorisierung, ' +
    'autorisation, autorise, autorisee, autorizado, autorizada, autorizacion, autorizzato, autorizzata, autorizacao, ' +
    'autoryzacja, авторизация',
)
/** Families, and a street of many towns: several of these in a file are as many people and shops. */
const families = new Set(listed('gaida, in corso, cativo, cativa').map(plainLetters))
/** Where nothing that has a state is named these are other words: a direct debit in French, a withdrawal in Italian, a family. */
const besideOthers = listed('prel, venter')
const declinedPhrases = listed(
  'declined, abgelehnt, refusé, refusée, rechazado, rechazada, rifiutato, rifiutata, recusado, recusada, geweigerd, avvisad, nekad, ' +
    'medges ej, afvist, avvist, hylätty, odrzucona, odrzucony, zamítnuto, zamítnutá, zamietnuté, elutasítva, elutasított, reddedildi, ' +
    'odbijeno, отклонено, отклонена, απορρίφθηκε, נדחה, مرفوض, 拒否, 已拒绝, 거절',
)
const phrases = [...declinedPhrases, ...pendingPhrases, ...plainPhrases, ...alone, ...besideOthers]
const says = new Map<string, NotBooked>([
  ...declinedPhrases.map((phrase) => [plainLetters(phrase), 'reverted'] as const),
  ...[...pendingPhrases, ...plainPhrases, ...alone, ...besideOthers].map((phrase) => [plainLetters(phrase), 'pending'] as const),
])
const [mustBeAlone, mustBeBeside, areNoNames] = [alone, besideOthers, plainPhrases].map((all) => new Set(all.map(plainLetters))) as [
  Set<string>,
  Set<string>,
  Set<string>,
]
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
      'оплата, покупка, картой, prelievo, retrait, retiro, abhebung, opname, uttag, uttak, wypłata, výběr',
  ),
]
/** How cards pay, and banks draw: nobody's name goes on so. */
const cardPayments = new Set(
  listed(
    'purchase, card, debit, pos, mastercard, kartenzahlung, kartenumsatz, karte, lastschrift, carte, achat, cb, tarjeta, compra, carta, ' +
      'acquisto, addebito, pinbetaling, kortbetaling, varekjøp, kortköp, korttiosto, kartą, kartou, vásárlás, kart, картой, покупка',
  ).map(plainLetters),
)
const companies = new Set(
  listed(
    'ltd, limited, inc, llc, llp, plc, corp, co, gmbh, mbh, ag, kg, ug, ohg, ev, se, sa, sarl, sas, sasu, eurl, srl, spa, sl, slu, ' +
      'lda, ltda, bv, nv, vof, ab, as, asa, aps, oy, oyj, ou, uab, sia, doo, sro, kft, zrt, bt, pty, pte, ооо, solicitors, studio',
  ),
)
const [transactionWords, besideWords] = [new Set(transactions.map(plainLetters)), new Set(besides.map(plainLetters))]

/** What its words say where each of them is for a state, or for what has one: "Umsatz vorgemerkt". */
function saysWhole(head: string): NotBooked | null {
  const words = wordsOf(head)
  const { state, end } = readFrom(words)
  return end === words.length ? state : null
}

/** "Pending transaction Shop", "Vorgemerkt Markt": no mark, and no name either. */
function saysBefore(
  words: readonly string[],
  { state, weight, end, isPlain }: ReturnType<typeof readFrom>,
  isCompany: boolean,
): NotBooked | null {
  if (state === null || weight >= 1) return state
  if (end < words.length && words.slice(end).every((word) => companies.has(word))) return null
  // Behind the word for the state: "Karta Blokada" may be a name.
  const isByCard = words.slice(1, end).some((word) => cardPayments.has(word))
  return isByCard || (isPlain && !isCompany) ? state : null
}

const wordsOf = (text: string): string[] =>
  plainLetters(text)
    .split(/[\s,.-]/)
    .filter((word) => word !== '')

/** The state that the first words say; of `weight` 1 and more where these name what has it. `isPlain`: no name has these words. */
function readFrom(words: readonly string[]) {
  let state: NotBooked | null = null
  let [isAlone, isBeside, isPlain] = [false, false, false]
  let [weight, end, phrases] = [0, 0, 0]
  while (end < words.length) {
    const length = phraseAt(words, end)
    if (length > 0) {
      const phrase = words.slice(end, end + length).join(' ')
      state ??= says.get(phrase)!
      isAlone ||= mustBeAlone.has(phrase)
      isBeside ||= mustBeBeside.has(phrase)
      isPlain ||= areNoNames.has(phrase)
      phrases += 1
      end += length
    } else if (besideWords.has(words[end]!)) {
      weight += transactionWords.has(words[end]!) ? 1 : 0.4
      end += 1
    } else break
  }
  const isOther = (isAlone && phrases === 1 && weight > 0) || (isBeside && weight < 1)
  return { state: isOther ? null : state, weight, end, isAlone, isPlain: isPlain || phrases > 1 }
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
const behindDash = /\s[-–—|]\s([^-–—|]{2,50})$/u

const [stateKeys, besideKeys, lastKeys, lastOfStateKeys] = [newKeys(), newKeys(), newKeys(), newKeys()]
for (const phrase of phrases) {
  addKeys(stateKeys, firstWordOf(phrase))
  for (const keys of [lastKeys, lastOfStateKeys]) addKeys(keys, phrase.slice(phrase.lastIndexOf(' ') + 1))
}
for (const word of besides) for (const keys of [besideKeys, lastKeys]) addKeys(keys, word)

/** A text as its words are held against others. */
export const plainWords = (text: string): string => wordsOf(text.slice(0, longestHead)).join(' ')

/** Whether a text names such a state and nothing beside. */
export const namesState = (text: string): boolean => saysWhole(text) !== null

/** Why the row of a text is not booked; null where the text does not say so. */
export const notBookedBy = (text: string): NotBooked | null => {
  const said = saidBy(text)
  return typeof said === 'object' ? null : said
}

/** Whether those are called so too who have nothing to do with each other. */
export const isFamilyName = (said: string): boolean => families.has(said)

/** What a text may say, or may not, since a name could begin or end so: the rest is that name. */
export interface InDoubt {
  /** The words for the state, as they are held against others. */
  said: string
  rest: string
  /** The word stands before the name, as states do, and no company is called so. */
  isBefore: boolean
}

/** Why the row of a text is not booked, or what is in doubt about it; null where the text says nothing of the kind. */
export const saidBy = (text: string): NotBooked | InDoubt | null =>
  text.length > 1 && (mayBeginWith(text, stateKeys, besideKeys) || mayEndSo(text)) ? saidOnThought(text) : null

/** A word beside that for a state ends a text that says one only behind a mark. */
const mayEndSo = (text: string): boolean => mayEndWith(text, lastOfStateKeys) || (mayEndWith(text, lastKeys) && hasMark(text))

const saidOnThought = remembered((text): NotBooked | InDoubt | null => {
  const before = mayBeginWith(text, stateKeys, besideKeys) ? byStart(text) : null
  if (typeof before === 'string') return before
  return (mayEndSo(text) ? byEnd(text) : null) ?? before
})

/** "Auth - Butcher": behind a dash the short words may be a family's. */
const isSurname = (text: string): boolean => /^(?:auth|hold)\s{1,2}[-–—]\s/i.test(text)

function byStart(text: string): NotBooked | InDoubt | null {
  const head = headed.exec(text)?.[1]
  const whole = head === undefined ? null : saysWhole(head)
  if (whole !== null && !isSurname(text)) return whole
  const words = wordsOf(text.slice(0, longestHead))
  const found = readFrom(words)
  const isCompany = companies.has(words.at(-1) ?? '')
  const state = saysBefore(words, found, isCompany)
  if (state !== null || found.state !== 'pending' || (found.isAlone && !isSurname(text)) || found.end === words.length) return state
  return { said: words.slice(0, found.end).join(' '), rest: words.slice(found.end).join(' '), isBefore: !isCompany }
}

function byEnd(text: string): NotBooked | InDoubt | null {
  const tail = text.slice(-longestHead)
  if (hasMark(tail)) {
    const end = inBrackets.exec(tail)?.[1] ?? behindDash.exec(tail)?.[1]
    const said = end === undefined ? null : saysWhole(end)
    if (said !== null) return said
  }
  if (!mayEndWith(text, lastOfStateKeys)) return null
  const words = wordsOf(tail)
  for (let at = Math.max(1, words.length - mostWordsOfAPhrase); at < words.length; at += 1) {
    const phrase = words.slice(at).join(' ')
    if (says.get(phrase) === 'pending' && !mustBeAlone.has(phrase) && !mustBeBeside.has(phrase))
      return { said: phrase, rest: words.slice(0, at).join(' '), isBefore: false }
  }
  return null
}
