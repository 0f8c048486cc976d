/** What banks call their columns, in the languages they write. */
import { isCurrencyCode } from '../../money/money.ts'
import type { ColumnRole } from '../bank-file.ts'
import { remembered } from './once.ts'

/**
 * A header in plain letters: `Begünstigter/Zahlungspflichtiger` → ` begunstigter zahlungspflichtiger `, `dateOp` → ` date op `, `Umsatz in
 * EUR` → ` umsatz eur `.
 */
export const plainHeader = remembered(plainHeaderOf)

function plainHeaderOf(header: string): string {
  const parted = header
    .slice(0, 100)
    .replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .replaceAll('*', '')
  const words = plainLetters(parted)
    .replace(/[^\p{L}\d]+/gu, ' ')
    .trim()
    .split(' ')
  const namesCurrency = (word: string, index: number): boolean =>
    (isBeforeCurrency.has(word) && isMoneyName(words[index + 1])) ||
    (word === 'in' && words.slice(index + 1, index + 4).some(isOfCurrencies))
  return ` ${words.filter((word, index) => !namesCurrency(word, index)).join(' ')} `
}

/** "in account currency", "in Kontowährung". */
const isOfCurrencies = (word: string): boolean => /currency|currencies|ccy$|wahrung|waehrung/.test(word)

/** Small letters without marks above or below. */
export const plainLetters = (text: string): string =>
  /^[\u0000-\u007f]*$/.test(text)
    ? text.toLowerCase()
    : text
        .toLowerCase()
        .replaceAll('ß', 'ss')
        .replaceAll('ł', 'l')
        .replaceAll('ø', 'o')
        .replaceAll('æ', 'ae')
        .replaceAll('ı', 'i')
        .replaceAll('đ', 'd')
        .normalize('NFD')
        .replace(/[\u0300-\u036f]/g, '')

/** "in EUR" says the currency and nothing of the money's direction. */
const isBeforeCurrency = new Set(['in', 'en', 'i', 'w', 'v', 'u', 'inn'])
const isMoneyName = (word: string | undefined): boolean =>
  word !== undefined && (isCurrencyCode(word.toUpperCase()) || /^(?:euros?|kr|kronor|kroner|dollars?|pounds?)$/.test(word))

/**
 * Names to look for: `=in` is the whole header, `sum` a whole word, five letters and more are found within compounds, and
 * so is every word of a script without spaces.
 */
function namesOf(words: string): (plain: string) => boolean {
  const all = words.split(',').map((word) => word.trim())
  const whole = new Set(all.filter((word) => word.startsWith('=')).map((word) => plainHeader(word.slice(1))))
  const within = all
    .filter((word) => !word.startsWith('='))
    .map((word) => {
      const plain = plainHeader(word)
      return /[\u3040-\u9fff\uac00-\ud7af\u0e00-\u0e7f]/.test(word) || (plain.length >= 7 && !word.includes(' ')) ? plain.trim() : plain
    })
  return remembered((plain) => whole.has(plain) || within.some((name) => plain.includes(name)))
}

const names = {
  booked: namesOf(
    'rozliczen, posted, post date, posting, posting date, booking, booked, buchung, boekdatum, boekingsdatum, bokforing, bogfor, ' +
      'bokfort, comptab, contab, zauctov, ksiegow, konyvel, completed, settled, date op, date operation, f operacion, f contable, fecha ' +
      'mov, fecha oper, fec oper, data operazione, data operacji, process date, processed, uitvoering, kirjaus, проводки, 記帳, 记账, 入账',
  ),
  days: namesOf(
    'date, datum, fecha, data, dato, dag, datums, paiva, pvm, kuupaev, tarih, buchungstag, transaktionstag, datetime, time, day, tag, ' +
      'dia, jour, giorno, dzien, den, nap, idopont, дата, день, ημερομηνια, תאריך, التاريخ, تاريخ, 日付, 日期, 取引日, 交易日, 時間, 时间, 날짜, 일자, ' +
      '거래일, 거래일시, วันที่, ngay, تاریخ, दिनांक, तारीख',
  ),
  valued: namesOf(
    'value date, valuta, valutadatum, valutadato, valutier, wertstellung, wert, valeur, date val, fecha valor, data valuta, f valor, ' +
      'fec valor, rentedatum, rentedato, valor, started, authorised, authorized, effective, belegdatum, kaufdatum, transaction date, ' +
      'arvopaiva, ertek, valor tarihi, 起息',
  ),
  amounts: namesOf(
    'amount, betrag, umsatz, montant, importe, importo, bedrag, kwota, castka, objem, suma, sum, summe, sume, valor, value, belopp, ' +
      'belob, belop, osszeg, iznos, summa, maara, tutar, total, gross, brutto, net, netto, money, сумма, сума, износ, ποσο, סכום, ' +
      'المبلغ, مبلغ, राशि, 金額, 金额, 금액, 거래금액, จำนวนเงิน, so tien, jumlah, znesek',
  ),
  debits: namesOf(
    'debit, debits, debet, debito, soll, ausgabe, ausgaben, ausgang, belastung, belastungen, lastschrift, lastschriften, withdraw, ' +
      'withdrawal, withdrawals, paid out, money out, amount out, payment out, payments out, cash out, =out, =payments, cargo, cargos, ' +
      'adeudo, uscite, uscita, dare, addebit, =af, af bij, spent, charges, obciaz, wydat, vydaj, vydej, ut fra, ut av, =ut, =d, =dr, ' +
      'terheles, outflow, expense, expenses, depenses, gasto, gastos, egreso, saida, saidas, otto, otot, panot pois, uttag, utbetal, ' +
      'בחובה, havet, gider, borc, cekilen, isplata, duguje, teret, odliv, расход, списание, дебет, χρεωση, חובה, مدين, مصروف, 出金, ' +
      'お支払, 支払, 引出, ' +
      '支出, 借方, 출금, 찾으신, 지급, ถอน, ghi no, chi ra, =kulu, minus, =sortie, =sorties, sortant, sortants, =saida, saidas, =salida, salidas, ' +
      'kimeno, odchozi, odchadzajuc, islaidos, plati, platit, iesiri, izdevumi, izejos, kiadas, wychodz, izlaz, odljev, betaald, ' +
      'uitgaven, uitgave, menot, valjaminek, valjaminekud, ausgehend, utgaende, udgaende, depense, utgift, utgifter, udgift, udgifter, ' +
      'abgang, abgange, auszahlung, auszahlungen, outgoing, outgoings, dr amount, dr amt, amount dr, =charge, =purchases, =purchase, ' +
      '=kaufe, =achats, =compras, =acquisti, =aankopen, retrait, retraits, prelievi, spese, despesa, despesas, levantamento, opname, ' +
      'opnames, retiro, retiros, rozchod, wyplaty, vydavk, ma dati, cheltuieli, isplate, troskovi, rashodi, =breme, списания, витрат, ' +
      'разход, χρεωσεις, εξοδα, giden, cikan, 转出, 轉出, keluar, pengeluaran, deebet, برداشت, ' +
      'بدهکار, निकासी, नामे',
  ),
  credits: namesOf(
    'credit, credits, kredit, haben, einnahme, einnahmen, eingang, gutschrift, gutschriften, deposit, deposits, paid in, money in, ' +
      'amount in, payment in, payments in, cash in, =in, abono, abonos, haber, entrate, entrata, avere, accredit, =bij, =c, =cr, ' +
      'received, uznan, wplyw, prijem, insatt, insattning, inbetal, inn pa, =inn, jovair, inflow, income, recettes, ingreso, ingresos, ' +
      'entradas, =pano, panot, gelir, alacak, yatan, uplata, potrazuje, u korist, priliv, приход, зачисление, кредит, πιστωση, ' +
      'זכות, בזכות, ' +
      'دائن, إيداع, 入金, お預, 預入, 收入, 存入, 貸方, 贷方, 입금, 맡기신, ฝาก, ghi co, thu vao, =tulu, plus, =entree, =entrees, entrant, entrants, ' +
      '=entrada, bejovo, prichozi, prichadzajuc, pajamos, incasari, incasat, intrari, ienakumi, ienemumi, ienakos, bevetel, przychodz, ' +
      'ulaz, priljev, ontvangen, ontvangsten, ontvangst, tulot, sissetulek, sissetulekud, eingehend, ingaende, indgaende, inngaende, ' +
      'recette, inntekt, inntekter, indtaegt, indtaegter, inkomst, inkomster, inkomsten, zugang, zugange, einzahlung, einzahlungen, ' +
      'incoming, incomings, cr amount, cr amt, amount cr, =receipt, =receipts, =depot, =depots, versament, receita, receitas, storting, ' +
      'stortingen, deposito, depositos, przychod, wplaty, prijmy, =dal, venit, uplate, prihodi, =dobro, зачисления, надходж, πιστωσεις, ' +
      'εσοδα, gelen, giren, 转入, 轉入, masuk, pemasukan, kreedit, واریز, بستانکار, जमा',
  ),
  /** A sum that goes either way, in a word that has the one for one way in it. */
  bothWays: namesOf('入出金, 出入金, 입출금, 收支'),
  balances: namesOf(
    'balance, saldo, boeksaldo, kontostand, solde, zustatek, egyenleg, running, bakiye, stan konta, saldo po, restsaldo, залишок, ' +
      'stanje, jaak, likutis, atlikums, остаток, баланс, υπολοιπο, יתרה, היתרה, الرصيد, رصيد, 残高, 余额, 餘額, 잔액, ยอด, so du, owed, owing, ' +
      'outstanding, restschuld, مانده, موجودی, शेष',
  ),
  /**
   * What is owed on a card or a loan: it rises with what goes out. Not what is left, which may be money, nor any "du", which stands in
   * the name of any balance in French and Vietnamese.
   */
  owed: namesOf(
    'owed, owing, outstanding, due, schuld, restschuld, geschuldet, offen, offener, =du, =solde du, =solde du eur, =solde du chf, ' +
      '=solde du cad, restant du, reste du, encours, deudor, adeudado, dovuto, verschuldigd, openstaand, skuld, gaeld, gjeld, ' +
      'zadluzen, dluh, dluhu, devedor, tartozas, borc bakiye, borc bakiyesi, задолженн, заборгован, задължен, velka, volg, volgnevus, ' +
      'skola, isiskolinimas, parads, dug, dugovanje, dolg, dlh, datorat, οφειλη, חוב, المديونية, مستحق, 欠款, 应还, 應還, 未払, 借入, 미결제, 대출, ' +
      'ค้างชำระ, หนี้, du no, terutang, tagihan',
  ),
  /** Beside what a card was charged, what was paid on it. */
  paidOn: namesOf(
    '=payment, =payments, =zahlung, =zahlungen, =paiement, =paiements, =pago, =pagos, =pagamento, =pagamenti, =betaling, =betalingen',
  ),
  foreign: namesOf(
    'валюті операції, валюте операции, fremd, fremdwahrung, foreign, i valuta, valutabelopp, valutabelop, valutabelob, original, ' +
      'originale, originalbetrag, orig, ursprung, vreemde, devises, en devise, divisa, estera, estero, utlandsk, ' +
      'utenlandsk, udenlandsk, ' +
      'ulkom, zagranicz, oryginal, puvodni, povodn, eredeti, orijinal, yabanci, purchase amount, local amount, instructed, merchant ' +
      'amount, 外貨, 外币, 原币, 외화, 現地',
  ),
  rates: namesOf(
    'курс, kurs, wechselkurs, umrechnung, umrechnungskurs, rate, exchange, fx, koers, cambio, taux, tasso, arfolyam, kur, 汇率, 為替, 환율',
  ),
  fees: namesOf(
    'fee, fees, gebuhr, gebuhren, frais, commission, kommission, komis, provision, oplata, tax, vat, steuer, mwst, moms, poplatek, ' +
      '手数料, 手续费, 수수료, cashback, points, punkte',
  ),
  /** What is left of a sum once its fee is taken off. */
  nets: namesOf('net, nett, netto, neto, nettobetrag, nettobelopp'),
  taxes: namesOf('tax, taxes, vat, steuer, mwst, moms, cashback, points, punkte'),
  payees: namesOf(
    '=from, =to, payee, payer, merchant, handler, haendler, handlare, commercant, comercio, esercente, sprzedawca, obchodnik, ' +
      'beneficia, recipient, counterparty, counter party, empfanger, begunstigt, auftraggeber, ' +
      'zahlungspflicht, zahlungsempf, partner, naam, name, namn, navn, nom, nombre, nome, nazwa, nimi, contraparte, tegenpartij, ' +
      'mottagare, modtager, mottaker, avsandare, avsender, odbiorca, kontrahent, nadawca, prijemce, protistrana, nazev, ' +
      'nev, kedvezmeny, ' +
      'sanemejs, maksatajs, gavejas, moketojas, from to, paid to, sender, tiers, debiteur, crediteur, ordenante, saaja, maksaja, saaja ' +
      'maksaja, alici, primatelj, primalac, uplatitelj, платель, получатель, контрагент, δικαιουχος, מוטב, المستفيد, 相手, 摘要, 交易对方, 对方, ' +
      '商户, 店, 利用店, 거래처, 받는분, 보낸분, 가맹점, 내용, 内容',
  ),
  descriptions: namesOf(
    'beskriv, опис, деталі, specifikation, specifikacija, gjelder, lysing, texti, dettagli, detalles, detalhes, detalii, description, ' +
      'details, detail, libelle, label, descripcion, concepto, descrizione, causale, omschrijving, opis, popis, narrative, narration, ' +
      'particulars, text, tekst, transaction, transactions, bezeichnung, beschreib, intitule, historico, descricao, ' +
      'mededeling, subject, ' +
      'rubrik, forklaring, titel, tytul, title, operacion, operazione, operacji, movimiento, betreff, buchungsdetails, buchungstext, ' +
      'selgitus, selite, viesti, aciklama, megjegyzes, naziv, svrha, описание, назначение, категория операции, αιτιολογια, περιγραφη, ' +
      'תיאור, البيان, وصف, 説明, 备注, 附言, 说明, 用途, 적요, 메모, รายการ, รายละเอียด, dien giai, noi dung, keterangan, شرح, विवरण, action, item, ' +
      'entry, =what',
  ),
  /** Names of a text that says all, beside a shorter one of the same name. */
  full: namesOf('completa, completo, complete, complet, full, extended, vollstandig, 摘要内容'),
  memos: namesOf(
    'informacija, memo, note, notes, verwendung, zweck, mededelingen, message, zprava, kozlemeny, remittance, communication, extended, ' +
      'additional, informacje, purpose, remark, remarks, comment, comments, poznamka, particulars, buchungstext, ' +
      'reference, information, ' +
      'viesti, selgitus, melding, meddelande, besked, bericht, назначение, 附言, 备注, メモ',
  ),
  references: namesOf(
    'transaction id, transaction number, reference number, reference no, ref, reference, referenz, fitid, trans id, transactionid, ' +
      'kenmerk, arkivreferens, archive, cislo transakce, id pohybu, id, bank reference, numero de operacion, ' +
      'kontoumsatz id, uuid, 交易单号, ' +
      '流水号',
  ),
  /** Not the other side's: of who owns the account or the card, of banks; and what stands beside a name. */
  besides: namesOf(
    'member, holder, cardholder, account name, kontoname, kontoinhaber, bank name, nazev banky, iban, bic, swift, email, e mail, file, ' +
      'country, city, ort, place, town, location, plats, sted, stad, plaats, lieu, ville, lugar, ciudad, luogo, citta, miejsce, miasto, ' +
      'misto, mesto, paikkakunta, sehir, место, город, currency, balance, category, kategorie, categorie, categoria, kategoria, ' +
      'kategori, ' +
      'merchant area, merchant state, merchant zip, merchant address',
  ),
  /** The kind of a payment, not whom it went to. */
  kinds: namesOf(
    'type, typ, tipo, art, umsatzart, buchungsart, transaktionstyp, transaktionsart, kind, vorgang, mutatiesoort, code, category, ' +
      'kategorie, categorie, categoria, kategoria, kategori, tilitapahtuma, laji, rodzaj, druh, jelleg, islem tipi, method, channel, ' +
      'вид, тип, категория, категорія, produkt, product, 種別, 类型, 交易类型, 分类, 구분, 거래구분',
  ),
  /** States of something else than the booking: whether its receipt is there, or a colleague has looked at it. */
  checks: namesOf(
    'receipt, receipts, beleg, belege, quittung, recu, invoice, invoices, facture, rechnung, fattura, factura, ' +
      'approval, approved, review, ' +
      'reviewed, reimbursement, expense report, dispute, genehmigung, freigabe, kvitto, kvittering, bon, paragon',
  ),
  /** Names of a column of states that mean nothing else. */
  states: namesOf(
    'status, zustand, statut, estado, stato, stav, allapot, statusz, durum, umsatzstatus, buchungsstatus, staat, статус, 状态, 状態, 処理状況, ' +
      '交易状态, 상태',
  ),
  statuses: namesOf(
    'status, statusz, buchungsstatus, stare, staat, gebucht, posted, cleared, settled, comptabilise, contabilizado, contabilizzato, ' +
      'geboekt, bokford, bogfort, bokfort, zaksiegowano, zauctovano, vorgemerkt, state, zustand, statut, estado, stato, stan, stav, ' +
      'allapot, tila, durum, info, umsatzstatus, состояние, статус, 状态, 状態, 処理状況, 交易状态, 상태, booked, pending',
  ),
  currencies: namesOf(
    'currency, wahrung, waehrung, devise, divisa, valuta, moneda, mena, waluta, valuuta, valuutta, ccy, curr, munt, muntsoort, moeda, ' +
      'penznem, devizanem, doviz, para birimi, valyuta, валюта, νομισμα, מטבע, العملة, 通貨, 币种, 货币, 통화',
  ),
  accounts: namesOf(
    'account, account number, konto, kontonummer, auftragskonto, compte, cuenta, conto, rekening, rekeningnummer, ucet, rachunek, ' +
      'iban, card, card number, card no, account name, account no, iban auftragskonto, eigenkonto, tili, hesap, szamla, szamlaszam, ' +
      'karta, karte, счет, карта, 口座, 账户, 账号, 卡号, 계좌',
  ),
  others: namesOf(
    'counter, tegen, gegen, empfanger, beneficia, payee, recipient, begunstigt, zahlungsempf, protiuct, protistrana, kontrahent, ' +
      'kontrahenta, partner, destinat, member, holder, type, other, sender, tegenpartij, contraparte, alici, 対方, 对方, 상대, ' +
      'inhaber, titular, titulaire, intestatario, houder, innehavare, indehaver, posiadacz, drzitel, держатель, владелец',
  ),
  /** Who pays and who is paid, where a file has a column for each. */
  payers: namesOf(
    'payer, sender, from, zahlungspflicht, auftraggeber, avsandare, avsender, ordenante, donneur, nadawca, remitter, debtor, platce, ' +
      'maksaja, ordinante, platitel, absender, плательщик, 付款方, 付款人, 보낸분',
  ),
  paid: namesOf(
    'payee, recipient, beneficia, to, zahlungsempf, empfanger, begunstigt, mottagare, modtager, mottaker, odbiorca, creditor, ' +
      'prijemce, saaja, destinat, получатель, 收款方, 收款人, 받는분',
  ),
}

export type HeaderKind = keyof typeof names

/** Whether a plain header is of a kind that is no role of its own. */
export const isNamed = (plain: string, kind: HeaderKind): boolean => plain !== '  ' && names[kind](plain)

const is = isNamed

/** Whether a column is named for a fee beside the sum; a tax is a part of what was paid. */
export const isFee = (plain: string): boolean => is(plain, 'fees') && !is(plain, 'taxes')

/** How well the names of two columns say that one is money out and the other money in; below 0 where they say the reverse. */
export function pairFit(debit: string, credit: string): number {
  const isOut = headerFit(debit, 'debit') > 0
  const isPaidOn = isOut && is(credit, 'paidOn') && !is(debit, 'paidOn')
  const isIn = headerFit(credit, 'credit') > 0 || isPaidOn
  // Payments by themselves go out, or are what was paid on a card: they need the other name.
  const out = isOut ? (is(debit, 'paidOn') && !isIn ? 1 : 2) : headerFit(debit, 'credit') > 0 ? -4 : 0
  return out + (isIn ? 2 : headerFit(credit, 'debit') > 0 ? (is(credit, 'paidOn') ? -1 : -4) : 0)
}

/** Whether a column of balances is by its name what is owed; one with a minus throughout is money on an account, below nought. */
export function isOwed(plain: string, cents: readonly (number | null)[]): boolean {
  return is(plain, 'owed') && cents.filter((own) => own !== null && own > 0).length >= cents.filter((own) => own !== null && own < 0).length
}

/** How well a header fits a role: 0 not at all, up to 4. */
export function headerFit(plain: string, role: ColumnRole): number {
  if (plain === '  ') return 0
  switch (role) {
    case 'date':
      return is(plain, 'valued') ? 1 : is(plain, 'booked') ? 4 : is(plain, 'days') ? 3 : 0
    case 'balance':
      return is(plain, 'balances') ? 4 : 0
    case 'amount':
      return is(plain, 'balances') || is(plain, 'rates') ? 0 : is(plain, 'amounts') || is(plain, 'bothWays') ? 3 : 0
    case 'debit':
      return is(plain, 'balances') || is(plain, 'credits') || is(plain, 'bothWays') ? 0 : is(plain, 'debits') ? 3 : 0
    case 'credit':
      return is(plain, 'balances') || is(plain, 'debits') || is(plain, 'bothWays') ? 0 : is(plain, 'credits') ? 3 : 0
    case 'currency':
      return is(plain, 'currencies') ? 3 : 0
    case 'account':
      return is(plain, 'accounts') && !is(plain, 'others') ? 3 : 0
    case 'reference':
      return is(plain, 'references') ? 3 : 0
    case 'status':
      return is(plain, 'statuses') ? 3 : 0
    case 'payee':
      return is(plain, 'besides')
        ? 0
        : is(plain, 'payees')
          ? is(plain, 'memos')
            ? 0
            : 4
          : is(plain, 'descriptions') && !is(plain, 'accounts') && !is(plain, 'kinds')
            ? 2
            : 0
    case 'memo':
      return is(plain, 'memos') ? 4 : is(plain, 'descriptions') ? 2 : 0
    default:
      return 0
  }
}
