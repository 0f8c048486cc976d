/** The words by which texts say of their row that it is not booked, or that no money moved, in the languages that banks write. */
import { plainLetters } from './header-words.ts'

const listed = (phrases: string): string[] => phrases.split(',').map((phrase) => phrase.trim())

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
    'ikke bogført, ikke bokført, ei kirjattu, katevaraus, korttivaraus, kortreservation, kortreservasjon, ' +
    'kartenautorisierung, kartenreservierung, niezaksiegowana, niezaksięgowane, nezaúčtováno, nezaúčtovaná, ' +
    'nezaúčtovaný, nezaúčtované, nem könyvelt, neproknjiženo, ni knjiženo, не проведено, не проведена',
)
/** Beside a word for a payment these are of what is booked: a scheduled payment, an authorised debit. */
const alone = listed(
  'hold, auth, processing, scheduled, upcoming, ' +
    'authorised, authorized, authorisation, authorization, geplant, autorisiert, autorisierung, ' +
    'autorisation, autorizzazione, autorisatie, auktorisation, auktorisering, autorisasjon, autorisointi, autorizace, autorise, ' +
    'autorisee, autorizado, autorizada, autorizacion, autorizzato, autorizzata, autorizacao, ' +
    'autoryzacja, авторизация',
)
/** Families, and a street of many towns: several of these in a file are as many people and shops. */
const sharedNames = listed('gaida, in corso, cativo, cativa')
/** Where nothing that has a state is named these are other words: a direct debit in French, a withdrawal in Italian, a family. */
const besideOthers = listed('prel, venter')
/** No money moved. What has expired or is unpaid may be an invoice, and a return or a reversal is booked itself. */
const refusedPhrases = listed(
  'declined, rejected, refused, denied, failed, unsuccessful, not successful, not completed, not authorised, not authorized, ' +
    'abgelehnt, abgelehnte, abgelehnter, abgelehntes, fehlgeschlagen, fehlgeschlagene, fehlgeschlagener, gescheitert, verweigert, ' +
    'zurückgewiesen, nicht ausgeführt, nicht erfolgreich, nicht autorisiert, abgebrochen, abgebrochene, abgebrochener, ' +
    'refusé, refusée, rejeté, rejetée, échoué, échouée, échec, non abouti, non aboutie, non autorisé, non autorisée, ' +
    'rechazado, rechazada, denegado, denegada, fallido, fallida, no autorizado, no autorizada, no completado, no completada, ' +
    'rifiutato, rifiutata, respinto, respinta, fallito, fallita, negato, negata, non riuscito, non riuscita, non autorizzato, ' +
    'non autorizzata, recusado, recusada, rejeitado, rejeitada, falhado, falhada, falhou, negado, negada, não autorizado, ' +
    'não autorizada, sem sucesso, geweigerd, geweigerde, afgewezen, afgekeurd, mislukt, mislukte, niet geslaagd, niet uitgevoerd, ' +
    'odrzucona, odrzucone, odrzucony, nieudana, nieudane, nieudany, niezrealizowana, niezrealizowany, niewykonana, niewykonany, ' +
    'avvisad, avvisat, avböjd, nekad, nekat, nekades, medges ej, medgavs ej, misslyckad, misslyckat, misslyckades, ej genomförd, ' +
    'ej genomfört, afvist, mislykket, mislykkedes, ikke gennemført, avvist, mislyktes, feilet, ikke gjennomført, hylätty, ' +
    'epäonnistui, epäonnistunut, zamítnuto, zamítnutá, zamítnutý, odmítnuto, odmítnutá, neúspěšná, neúspěšný, neúspěšné, ' +
    'zamietnuté, zamietnutá, neúspešná, neúspešné, elutasítva, elutasított, sikertelen, meghiúsult, respinsă, eșuat, eșuată, refuzat, ' +
    'refuzată, odbijeno, odbijena, neuspješno, neuspješna, neuspešno, neuspešna, zavrnjeno, zavrnjena, reddedildi, başarısız, ' +
    'отклонено, отклонена, отклонён, неуспешно, неуспешная, не выполнено, не выполнена, отказано, відхилено, відхилена, неуспішно, ' +
    'отхвърлена, неуспешна, απορρίφθηκε, απέτυχε, αποτυχημένη, נדחה, נכשל, مرفوض, 拒否, 失敗, 已拒绝, 失败, 交易失败, 支付失败, 거절, 실패, ' +
    'tagasi lükatud, ebaõnnestunud, noraidīts, noraidīta, atmesta, atmestas, nepavyko',
)
/** What was booked may be undone too, and the row that undoes it is called so as well. */
const undonePhrases = listed(
  'cancelled, canceled, reversed, reverted, voided, void, aborted, storniert, stornierte, stornierter, annulliert, annullierte, ' +
    'rückgängig gemacht, widerrufen, annulé, annulée, anulado, anulada, cancelado, cancelada, revertido, revertida, annullato, ' +
    'annullata, stornato, stornata, revocato, revocata, estornado, estornada, geannuleerd, geannuleerde, gestorneerd, teruggedraaid, ' +
    'herroepen, anulowana, anulowane, anulowany, cofnięta, cofnięty, wycofana, wycofany, wystornowana, annullerad, annullerat, ' +
    'makulerad, makulerat, återkallad, avbruten, avbrutet, annulleret, annullert, kansellert, avbrutt, peruttu, peruutettu, mitätöity, ' +
    'zrušeno, zrušena, zrušená, zrušený, stornováno, stornovaná, zrušené, törölt, törölve, sztornózott, sztornózva, anulat, anulată, ' +
    'otkazano, otkazana, stornirano, poništeno, poništena, iptal, iptal edildi, отменено, отменена, отменён, скасовано, скасована, ' +
    'анулирана, ακυρώθηκε, ακυρωμένη, בוטל, ملغي, ملغاة, 取消, 已取消, 已撤销, キャンセル, 취소, tühistatud, atcelts, atcelta, atšaukta',
)
/** What such a row costs, or brings back, is booked: "Declined payment fee". */
const ofFees = listed(
  'fee, fees, charges, surcharge, penalty, refund, refunds, gebühr, gebühren, gebuehr, gebuehren, entgelt, entgelte, spesen, strafe, ' +
    'erstattung, frais, commission, commissions, pénalité, pénalités, remboursement, comisión, comisiones, gastos, tasa, tasas, ' +
    'reembolso, commissione, commissioni, spese, penale, tariffa, rimborso, comissão, comissões, tarifa, tarifas, taxa, taxas, ' +
    'encargo, encargos, despesa, despesas, kosten, provisie, vergoeding, boete, terugbetaling, opłata, opłaty, opłatę, prowizja, ' +
    'prowizji, prowizję, zwrot, avgift, avgifter, avgiften, gebyr, gebyrer, gebyret, återbetalning, palvelumaksu, palvelumaksut, kulu, ' +
    'kulut, palkkio, poplatek, poplatky, poplatku, poplatok, díj, díja, költség, költsége, jutalék, comision, comisioane, comisionul, ' +
    'taxă, taxe, naknada, naknade, provizija, provizije, trošak, troškovi, nadomestilo, strošek, stroški, masraf, masrafı, ' +
    'ücret, ücreti, komisyon, komisyonu, комиссия, комиссии, комиссию, комісія, комісії, комісію, такса, такси, teenustasu, tasu, ' +
    'vahendustasu, komisija, komisijas, maksa, mokestis, mokesčiai, komisinis, προμήθεια, προμήθειες, έξοδα, עמלה, עמלות, ' +
    'رسوم, عمولة, 手数料, 手续费, 手續費, 수수료, ค่าธรรมเนียม, phí',
)
/** Words of such a kind end so: "Rücklastschriftgebühr". */
const endsOfFees = listed(
  'gebühr, gebühren, gebuehr, gebuehren, entgelt, entgelte, kosten, gebyr, gebyrer, gebyret, avgift, avgifter, avgiften, palvelumaksu, ' +
    '手数料, 手续费, 手續費, 수수료, ค่าธรรมเนียม',
)
/** What a bank takes is called so, and so is what a shop does: only the balance tells. */
const ofCharges = listed('charge, cargo, cargos, belastung, belastning, veloitus, obciążenie, terhelés, χρέωση, списание')
/** Between such a word and that for a state these say how it was taken: "Cargo tarjeta rechazado". */
const ofMeans = listed('tarjeta, con, de, en, cuenta, directo')
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
const wordsBeside = [
  ...transactions,
  ...listed(
    'payment, payments, purchase, card, debit, credit, pos, visa, mastercard, transfer, direct, deposit, withdrawal, charge, ' +
      'zahlung, kartenzahlung, kartenumsatz, karte, lastschrift, gutschrift, überweisung, zahlungseingang, zahlungsausgang, kauf, ' +
      'paiement, carte, achat, virement, prélèvement, cb, par, de, pago, tarjeta, compra, con, cargo, abono, carta, ' +
      'pagamento, acquisto, ' +
      'addebito, accredito, bonifico, cartão, compras, betaling, pinbetaling, kortbetaling, varekjøp, korttiosto, maksu, ' +
      'płatność, karta, kartą, przelew, platba, kartou, fizetés, kártyás, vásárlás, ödeme, kart, plaćanje, kupovina, ' +
      'оплата, покупка, картой, карты, maestro, girocard, bancomat, kaart, kort, kortti, ' +
      'karty, nákup, zakup, aankoop, pin, com, med, met, mit, ' +
      'domiciliación, transferencia, transferência, overschrijving, incasso, betaalautomaat, ' +
      'autogiro, överföring, overførsel, overføring, ' +
      'prelievo, retrait, retiro, abhebung, opname, uttag, uttak, wypłata, výběr',
  ),
]
/** How a card pays: what it authorises is held until it is booked. */
const ofACard = listed(
  'card, purchase, pos, visa, mastercard, maestro, girocard, karte, kartenzahlung, ' +
    'kartenumsatz, kauf, carte, cb, achat, tarjeta, compra, ' +
    'carta, bancomat, acquisto, cartão, kaart, pin, pinbetaling, aankoop, karta, karty, kartą, zakup, kort, kortköp, kortbetaling, köp, ' +
    'korttiosto, kortti, kartou, nákup, kártyás, vásárlás, kart, kupovina, картой, карты, карта, покупка',
)
/** How cards pay, and banks draw: nobody's name goes on so. */
const paidByCard = listed(
  'purchase, card, debit, pos, mastercard, kartenzahlung, kartenumsatz, karte, lastschrift, carte, achat, cb, tarjeta, compra, carta, ' +
    'acquisto, addebito, pinbetaling, kortbetaling, varekjøp, kortköp, korttiosto, kartą, kartou, vásárlás, kart, картой, покупка',
)
const companyForms = listed(
  'ltd, limited, inc, llc, llp, plc, corp, co, gmbh, mbh, ag, kg, ug, ohg, ev, se, sa, sarl, sas, sasu, eurl, srl, spa, sl, slu, ' +
    'lda, ltda, bv, nv, vof, ab, as, asa, aps, oy, oyj, ou, uab, sia, doo, sro, kft, zrt, bt, pty, pte, ооо, solicitors, studio',
)

const plainly = (words: readonly string[]): ReadonlySet<string> => new Set(words.map(plainLetters))

/** What each phrase says of its row. */
export const says: ReadonlyMap<string, 'pending' | 'reverted'> = new Map([
  ...[...refusedPhrases, ...undonePhrases].map((phrase) => [plainLetters(phrase), 'reverted'] as const),
  ...[...pendingPhrases, ...plainPhrases, ...alone, ...besideOthers].map((phrase) => [plainLetters(phrase), 'pending'] as const),
])
export const phrases: readonly string[] = [
  ...refusedPhrases,
  ...undonePhrases,
  ...pendingPhrases,
  ...plainPhrases,
  ...alone,
  ...besideOthers,
]
export const besides: readonly string[] = wordsBeside
export const mustBeAlone = plainly(alone)
export const mustBeBeside = plainly(besideOthers)
export const areNoNames = plainly(plainPhrases)
export const families = plainly(sharedNames)
export const transactionWords = plainly(transactions)
export const besideWords = plainly(wordsBeside)
export const cardPayments = plainly(paidByCard)
export const cardWords = plainly(ofACard)
export const feeWords = plainly(ofFees)
export const feeEndings: readonly string[] = endsOfFees.map(plainLetters)
export const chargeWords = plainly(ofCharges)
export const meansWords = plainly(ofMeans)
export const wordsOfStates: ReadonlySet<string> = new Set([...says.keys()].flatMap((phrase) => phrase.split(' ')))
export const companies = plainly(companyForms)
