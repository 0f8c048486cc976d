/** How banks of Germany, Austria and Switzerland lay out their files. Written from what they do, with texts of our own. */
import type { BankLayout } from './bank-layout.ts'

export const german: readonly BankLayout[] = [
  {
    name: 'Sparkasse CAMT CSV',
    currency_code: 'EUR',
    rows: ['2025-03-05 -1299 REWE Markt', '2025-03-04 150000 Firma GmbH'],
    text: `
"Auftragskonto";"Buchungstag";"Valutadatum";"Buchungstext";"Verwendungszweck";"Glaeubiger ID";"Mandatsreferenz";"Kundenreferenz (End-to-End)";"Sammlerreferenz";"Lastschrift Ursprungsbetrag";"Auslagenersatz Ruecklastschrift";"Beguenstigter/Zahlungspflichtiger";"Kontonummer/IBAN";"BIC (SWIFT-Code)";"Betrag";"Waehrung";"Info"
"DE11111111111111111111";"05.03.25";"05.03.25";"KARTENZAHLUNG";"2025-03-04T12:00 Debitk.1";"";"";"1234";"";"";"";"REWE Markt";"DE22222222222222222222";"ABCDEFGH";"-12,99";"EUR";"Umsatz gebucht"
"DE11111111111111111111";"04.03.25";"04.03.25";"GUTSCHR. UEBERWEISUNG";"Gehalt 03/25";"";"";"";"";"";"";"Firma GmbH";"DE33333333333333333333";"ABCDEFGH";"1500,00";"EUR";"Umsatz gebucht"
"DE11111111111111111111";"06.03.25";"06.03.25";"KARTENZAHLUNG";"x";"";"";"";"";"";"";"ALDI";"DE44444444444444444444";"ABCDEFGH";"-5,00";"EUR";"Umsatz vorgemerkt"
`,
  },
  {
    name: 'DKB new',
    currency_code: 'EUR',
    rows: ['2025-03-05 -1299 REWE', '2025-03-04 150000 Firma GmbH'],
    text: `
"Girokonto";"DE11111111111111111111"
"Kontostand vom 06.03.2025:";"1.487,01 €"
""
"Buchungsdatum";"Wertstellung";"Status";"Zahlungspflichtige*r";"Zahlungsempfänger*in";"Verwendungszweck";"Umsatztyp";"IBAN";"Betrag (€)";"Gläubiger-ID";"Mandatsreferenz";"Kundenreferenz"
"05.03.25";"05.03.25";"Gebucht";"ISSUER";"REWE";"VISA Debitkartenumsatz";"Ausgang";"DE22222222222222222222";"-12,99";"";"";"1"
"04.03.25";"04.03.25";"Gebucht";"Firma GmbH";"Max Muster";"Gehalt";"Eingang";"DE33333333333333333333";"1.500";"";"";"2"
`,
  },
  {
    name: 'DKB old giro',
    currency_code: 'EUR',
    rows: ['2025-03-05 -1299 REWE', '2025-03-04 150000 Firma GmbH'],
    text: `
"Kontonummer:";"DE11111111111111111111 / Girokonto";

"Von:";"01.03.2025";
"Bis:";"06.03.2025";
"Kontostand vom 06.03.2025:";"1.487,01 EUR";

"Buchungstag";"Wertstellung";"Buchungstext";"Auftraggeber / Begünstigter";"Verwendungszweck";"Kontonummer";"BLZ";"Betrag (EUR)";"Gläubiger-ID";"Mandatsreferenz";"Kundenreferenz";
"05.03.2025";"05.03.2025";"Kartenzahlung";"REWE";"Einkauf";"DE22222222222222222222";"ABC";"-12,99";"";"";"1";
"04.03.2025";"04.03.2025";"Lohn, Gehalt, Rente";"Firma GmbH";"Gehalt";"DE33333333333333333333";"ABC";"1.500,00";"";"";"2";
`,
  },
  {
    name: 'DKB visa',
    currency_code: 'EUR',
    rows: ['2025-03-05 -1299 REWE KOELN', '2025-03-04 20000 Einzahlung', '2025-03-03 -499 SPOTIFY'],
    text: `
"Kreditkarte:";"1234********5678";

"Umsatz abgerechnet und nicht im Saldo enthalten";"Wertstellung";"Belegdatum";"Beschreibung";"Betrag (EUR)";"Ursprünglicher Betrag";
"Ja";"05.03.2025";"04.03.2025";"REWE KOELN";"-12,99";"";
"Ja";"04.03.2025";"04.03.2025";"Einzahlung";"200,00";"";
"Ja";"03.03.2025";"02.03.2025";"SPOTIFY";"-4,99";"-5,50 USD";
`,
  },
  {
    name: 'ING DE',
    currency_code: 'EUR',
    rows: ['2025-03-05 -1299 REWE', '2025-03-04 150000 Firma GmbH'],
    text: `
Umsatzanzeige;Datei erstellt am: 06.03.2025 10:00

IBAN;DE11 1111 1111 1111 1111 11
Kontoname;Girokonto
Bank;ING
Kunde;Max Muster
Zeitraum;01.03.2025 - 06.03.2025
Saldo;1.487,01;EUR

Sortierung;Datum absteigend

In der CSV-Datei finden Sie alle bereits gebuchten Umsätze. Die vorgemerkten Umsätze werden nicht aufgenommen.

Buchung;Wertstellungsdatum;Auftraggeber/Empfänger;Buchungstext;Verwendungszweck;Saldo;Währung;Betrag;Währung
05.03.2025;05.03.2025;REWE;Lastschrift;Einkauf;1.487,01;EUR;-12,99;EUR
04.03.2025;04.03.2025;Firma GmbH;Gehalt/Rente;Gehalt;1.500,00;EUR;1.500,00;EUR
`,
  },
  {
    name: 'comdirect',
    currency_code: 'EUR',
    rows: [
      '2025-03-05 -1299 Empfänger: REWE Kto/IBAN: DE22 BLZ/BIC: X Buchungstext: Einkauf Ref. A',
      '2025-03-04 150000 Auftraggeber: Firma Buchungstext: Gehalt Ref. B',
    ],
    text: `
;
"Umsätze Girokonto";"Zeitraum: 30 Tage";
"Neuer Kontostand";"1.487,01 EUR";

"Buchungstag";"Wertstellung (Valuta)";"Vorgang";"Buchungstext";"Umsatz in EUR";
"offen";"--";"Lastschrift";"Auftraggeber: ALDI";"-5,00";
"05.03.2025";"05.03.2025";"Lastschrift";"Empfänger: REWE Kto/IBAN: DE22 BLZ/BIC: X  Buchungstext: Einkauf Ref. A";"-12,99";
"04.03.2025";"04.03.2025";"Übertrag";"Auftraggeber: Firma Buchungstext: Gehalt Ref. B";"1.500,00";

"Alter Kontostand";"0,00 EUR";
`,
  },
  {
    name: 'Volksbank',
    currency_code: 'EUR',
    rows: ['2025-03-05 -1299 REWE', '2025-03-04 150000 Firma GmbH'],
    text: `
Bezeichnung Auftragskonto;IBAN Auftragskonto;BIC Auftragskonto;Bankname Auftragskonto;Buchungstag;Valutadatum;Name Zahlungsbeteiligter;IBAN Zahlungsbeteiligter;BIC (SWIFT-Code) Zahlungsbeteiligter;Buchungstext;Verwendungszweck;Betrag;Waehrung;Saldo nach Buchung;Bemerkung;Gekennzeichneter Umsatz;Glaeubiger ID;Mandatsreferenz
Giro;DE11111111111111111111;ABC;Volksbank;05.03.2025;05.03.2025;REWE;DE22222222222222222222;ABC;Kartenzahlung;Einkauf;-12,99;EUR;1487,01;;;;
Giro;DE11111111111111111111;ABC;Volksbank;04.03.2025;04.03.2025;Firma GmbH;DE33333333333333333333;ABC;Gehalt;Lohn;1500,00;EUR;1500,00;;;;
`,
  },
  {
    name: 'Postbank',
    currency_code: 'EUR',
    rows: ['2025-03-05 -1299 REWE', '2025-03-04 150000 Firma GmbH'],
    text: `
Umsätze;;;;;;;;;;;;;;;;;
Konto;Filial-/Kontonummer;IBAN;Währung;;;;;;;;;;;;;;
Giro;100;DE11111111111111111111;EUR;;;;;;;;;;;;;;

1.3.2025 - 6.3.2025;;;;;;;;;;;;;;;;;
Letzter Kontostand;;;;1.487,01;EUR;;;;;;;;;;;;
Vorgemerkte und noch nicht gebuchte Umsätze sind nicht Bestandteil dieser Übersicht.
Buchungstag;Wert;Umsatzart;Begünstigter / Auftraggeber;Verwendungszweck;IBAN / Kontonummer;BIC;Kundenreferenz;Mandatsreferenz;Gläubiger ID;Fremde Gebühren;Betrag;Abweichender Empfänger;Anzahl der Aufträge;Anzahl der Schecks;Soll;Haben;Währung
5.3.2025;5.3.2025;SEPA Lastschrift;REWE;Einkauf;DE22222222222222222222;ABC;1;;;;-12,99;;;;-12,99;;EUR
4.3.2025;4.3.2025;SEPA Überweisung von;Firma GmbH;Gehalt;DE33333333333333333333;ABC;2;;;;1.500,00;;;;;1.500,00;EUR
Kontostand;6.3.2025;;;1.487,01;EUR
`,
  },
  {
    name: 'Deutsche Bank',
    currency_code: 'EUR',
    rows: ['2025-03-05 -1299 REWE', '2025-03-04 150000 Firma GmbH'],
    text: `
Umsätze Girokonto;;;Kundennummer: 100 1111111
01.03.2025 - 06.03.2025
Letzter Kontostand;;;;1.487,01;EUR
Vorgemerkte und noch nicht gebuchte Umsätze sind nicht Bestandteil dieser Übersicht.
Buchungstag;Wert;Umsatzart;Begünstigter / Auftraggeber;Verwendungszweck;IBAN;BIC;Kundenreferenz;Mandatsreferenz ;Gläubiger ID;Fremde Gebühren;Betrag;Abweichender Empfänger;Anzahl der Aufträge;Anzahl der Schecks;Soll;Haben;Währung
05.03.2025;05.03.2025;"SEPA-Lastschrift";REWE;Einkauf;DE22222222222222222222;ABC;1;;;;;;;;-12,99;;EUR
04.03.2025;04.03.2025;"SEPA-Gutschrift";Firma GmbH;Gehalt;DE33333333333333333333;ABC;2;;;;;;;;;1.500,00;EUR
Kontostand;06.03.2025;;;1.487,01;EUR
`,
  },
  {
    name: 'Commerzbank',
    currency_code: 'EUR',
    rows: ['2025-03-05 -1299 REWE SAGT DANKE', '2025-03-04 150000 Firma GmbH Gehalt'],
    text: `
Buchungstag;Wertstellung;Umsatzart;Buchungstext;Betrag;Währung;IBAN Kontoinhaber;Kategorie
05.03.2025;05.03.2025;Lastschrift;REWE SAGT DANKE;-12,99;EUR;DE11111111111111111111;Unkategorisierte Ausgaben
04.03.2025;04.03.2025;Gutschrift;Firma GmbH Gehalt;1500,00;EUR;DE11111111111111111111;Unkategorisierte Einnahmen
`,
  },
  {
    name: 'N26',
    currency_code: 'EUR',
    rows: ['2025-03-05 -1299 REWE', '2025-03-04 150000 Firma GmbH', '2025-03-03 -2000 Steam'],
    text: `
"Booking Date","Value Date","Partner Name","Partner Iban",Type,"Payment Reference","Account Name","Amount (EUR)","Original Amount","Original Currency","Exchange Rate"
2025-03-05,2025-03-04,"REWE",,"Presentment","-","Main Account",-12.99,-12.99,EUR,1
2025-03-04,2025-03-04,"Firma GmbH",DE33333333333333333333,"Credit Transfer","Gehalt","Main Account",1500,,,
2025-03-03,2025-03-02,"Steam",,"Presentment","","Main Account",-20.00,-21.80,USD,0.9174
`,
  },
  {
    name: 'N26 old',
    currency_code: 'EUR',
    rows: ['2025-03-05 -1299 REWE', '2025-03-04 150000 Firma GmbH'],
    text: `
"Date","Payee","Account number","Transaction type","Payment reference","Category","Amount (EUR)","Amount (Foreign Currency)","Type Foreign Currency","Exchange Rate"
"2025-03-05","REWE","","MasterCard Payment","","Groceries","-12.99","-12.99","EUR","1.0"
"2025-03-04","Firma GmbH","DE33333333333333333333","Income","Gehalt","Salary","1500.0","","",""
`,
  },
  {
    name: 'Consorsbank',
    currency_code: 'EUR',
    rows: ['2025-03-05 -1299 REWE', '2025-03-04 150000 Firma GmbH'],
    text: `
Buchung;Valuta;Sender / Empfänger;IBAN / Konto-Nr.;BIC / BLZ;Buchungstext;Verwendungszweck;Kategorie;Stichwörter;Umsatz geteilt;Betrag in EUR
05.03.2025;05.03.2025;REWE;DE22222222222222222222;ABC;LASTSCHRIFT;Einkauf;;;;-12,99
04.03.2025;04.03.2025;Firma GmbH;DE33333333333333333333;ABC;GUTSCHRIFT;Gehalt;;;;1.500,00
`,
  },
  {
    name: 'Erste AT no header',
    currency_code: 'EUR',
    rows: ['2025-03-05 -1299 REWE', '2025-03-04 150000 Firma GmbH', '2025-03-03 -450 Bäckerei'],
    text: `
05.03.2025;REWE;;-12,99;EUR
04.03.2025;Firma GmbH;;1.500,00;EUR
03.03.2025;Bäckerei;;-4,50;EUR
`,
  },
  {
    name: 'Bawag',
    currency_code: 'EUR',
    rows: ['2025-03-05 -1299 BEZAHLUNG KARTE REWE', '2025-03-04 150000 GEHALT FIRMA'],
    text: `
AT111111111111111111;BEZAHLUNG KARTE REWE;05.03.2025;05.03.2025;-12,99;EUR
AT111111111111111111;GEHALT FIRMA;04.03.2025;04.03.2025;+1.500,00;EUR
`,
  },
  {
    name: 'UBS',
    currency_code: 'CHF',
    rows: ['2025-03-05 -1299 Migros', '2025-03-04 500000 Firma AG'],
    text: `
Kontonummer:;0123 00456789.01;
IBAN:;CH11 0000 0000 0000 0000 0;
Von:;2025-03-01;
Bis:;2025-03-06;
Anfangssaldo:;0.00;
Schlusssaldo:;4987.01;
Bewertet in:;CHF;
Anzahl Transaktionen in diesem Zeitraum:;2;

Abschlussdatum;Abschlusszeit;Buchungsdatum;Valutadatum;Währung;Belastung;Gutschrift;Einzelbetrag;Saldo;Transaktions-Nr.;Beschreibung1;Beschreibung2;Beschreibung3;Fussnoten;
2025-03-05;10:00:00;2025-03-05;2025-03-05;CHF;-12.99;;;4987.01;1234567TI1234567;"Migros";"Zahlung Debitkarte";"Transaktions-Nr. 1";;
2025-03-04;;2025-03-04;2025-03-04;CHF;;5000.00;;5000.00;1234567TI1234568;"Firma AG";"Gutschrift";"Lohn";;
`,
  },
  {
    name: 'PostFinance',
    currency_code: 'CHF',
    rows: ['2025-03-05 -1299 KAUF/DIENSTLEISTUNG COOP', '2025-03-04 500000 GIROEINGANG Firma AG'],
    text: `
Datum von:;="01.03.2025"
Datum bis:;="06.03.2025"
Buchungsart:;="Alle Buchungen"
Konto:;="CH1100000000000000000"
Währung:;="CHF"

Datum;Bewegungstyp;Avisierungstext;Gutschrift in CHF;Lastschrift in CHF;Label;Kategorie
05.03.2025;Buchung;"KAUF/DIENSTLEISTUNG COOP";;-12.99;;
04.03.2025;Buchung;"GIROEINGANG Firma AG";5000;;;

Disclaimer:
Der Dokumentinhalt wurde durch Filtereinstellungen der Kundschaft generiert.
`,
  },
  {
    name: 'Raiffeisen CH',
    currency_code: 'CHF',
    rows: ['2025-03-05 -1299 Einkauf Coop', '2025-03-04 500000 Gutschrift Firma AG'],
    text: `
IBAN;Booked At;Text;Credit/Debit Amount;Balance;Valuta Date
CH1100000000000000000;2025-03-05 00:00:00.0;Einkauf Coop;-12.99;4987.01;2025-03-05 00:00:00.0
CH1100000000000000000;2025-03-04 00:00:00.0;Gutschrift Firma AG;5000;5000;2025-03-04 00:00:00.0
`,
  },
  {
    name: 'ZKB',
    currency_code: 'CHF',
    rows: ['2025-03-05 -1299 Einkauf ZKB Visa Debit Card Nr. xxxx 1234, Coop', '2025-03-04 500000 Gutschrift Auftraggeber: Firma AG'],
    text: `
"Datum";"Buchungstext";"Whg";"Betrag Detail";"ZKB-Referenz";"Referenznummer";"Belastung CHF";"Gutschrift CHF";"Valuta";"Saldo CHF";"Zahlungszweck";"Details"
"05.03.2025";"Einkauf ZKB Visa Debit Card Nr. xxxx 1234, Coop";"";"";"Z250641234567";"";"12.99";"";"05.03.2025";"4987.01";"";""
"04.03.2025";"Gutschrift Auftraggeber: Firma AG";"";"";"Z250631234567";"";"";"5000.00";"04.03.2025";"5000.00";"Lohn";""
`,
  },
]
