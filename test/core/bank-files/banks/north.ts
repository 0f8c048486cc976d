/** How banks of the north of Europe lay out their files. Written from what they do, with texts of our own. */
import type { BankLayout } from './bank-layout.ts'

export const north: readonly BankLayout[] = [
  {
    name: 'Swedbank',
    currency_code: 'SEK',
    rows: ['2025-03-15 -12900 ICA MAXI', '2025-03-14 2500000 LÖN'],
    text: `
* Transaktioner Period 2025-03-01 – 2025-03-16 Skapad 2025-03-16 10:00 CET
Radnummer,Clearingnummer,Kontonummer,Produkt,Valuta,Bokföringsdag,Transaktionsdag,Valutadag,Referens,Beskrivning,Belopp,Bokfört saldo
1,81234,1234567890,"Privatkonto",SEK,2025-03-15,2025-03-14,2025-03-15,"ICA MAXI","ICA MAXI",-129.00,24871.00
2,81234,1234567890,"Privatkonto",SEK,2025-03-14,2025-03-14,2025-03-14,"LÖN","LÖN",25000.00,25000.00
`,
  },
  {
    name: 'Handelsbanken',
    currency_code: 'SEK',
    rows: ['2025-03-15 -12900 ICA MAXI', '2025-03-14 2500000 LÖN'],
    text: `
Reskontradatum;Transaktionsdatum;Text;Belopp;Saldo
2025-03-15;2025-03-14;ICA MAXI;-129,00;24 871,00
2025-03-14;2025-03-14;LÖN;25 000,00;25 000,00
`,
  },
  {
    name: 'SEB',
    currency_code: 'SEK',
    rows: ['2025-03-15 -12900 ICA MAXI/25-03-14', '2025-03-14 2500000 LÖN'],
    text: `
Bokföringsdatum;Valutadatum;Verifikationsnummer;Text;Belopp;Saldo
2025-03-15;2025-03-15;5490990004;ICA MAXI/25-03-14;-129,000;24871,000
2025-03-14;2025-03-14;5490990005;LÖN;25000,000;25000,000
`,
  },
  {
    name: 'Nordea SE',
    currency_code: 'SEK',
    rows: ['2025-03-15 -12900 Kortköp 250314 ICA MAXI', '2025-03-14 2500000 Lön'],
    text: `
Bokföringsdag;Belopp;Avsändare;Mottagare;Namn;Rubrik;Saldo;Valuta
2025/03/15;-129,00;1234 56 78901;;;Kortköp 250314 ICA MAXI;24871,00;SEK
2025/03/14;25000,00;;1234 56 78901;;Lön;25000,00;SEK
Reserverat;-50,00;1234 56 78901;;;Reservation Kortköp KIOSK;;SEK
`,
  },
  {
    name: 'DNB NO',
    currency_code: 'NOK',
    rows: ['2025-03-15 -12900 Varekjøp Rema 1000', '2025-03-14 2500000 Lønn'],
    text: `
"Dato";"Forklaring";"Rentedato";"Ut fra konto";"Inn på konto"
"15.03.2025";"Varekjøp Rema 1000";"15.03.2025";"129,00";""
"14.03.2025";"Lønn";"14.03.2025";"";"25.000,00"
`,
  },
  {
    name: 'SpareBank 1',
    currency_code: 'NOK',
    rows: ['2025-03-15 -12900 REMA 1000', '2025-03-14 2500000 Lønn fra Firma'],
    text: `
Dato;Beskrivelse;Rentedato;Inn;Ut;Til konto;Fra konto;
15.03.2025;REMA 1000;15.03.2025;;-129,00;;12345678901;
14.03.2025;Lønn fra Firma;14.03.2025;25000,00;;12345678901;;
`,
  },
  {
    name: 'Danske Bank',
    currency_code: 'DKK',
    rows: ['2025-03-15 -12900 Netto', '2025-03-14 2500000 Løn'],
    text: `
"Dato";"Kategori";"Underkategori";"Tekst";"Beløb";"Saldo";"Status";"Afstemt"
"15.03.2025";"Mad";"Dagligvarer";"Netto";"-129,00";"24.871,00";"Udført";"Nej"
"14.03.2025";"Indkomst";"Løn";"Løn";"25.000,00";"25.000,00";"Udført";"Nej"
"17.03.2025";"Bolig";"Husleje";"Husleje";"-5.000,00";"";"Venter";"Nej"
`,
  },
  {
    name: 'Nordea FI',
    currency_code: 'EUR',
    rows: ['2025-03-15 -1299 K-MARKET', '2025-03-14 250000 FIRMA OY'],
    text: `
Tilinumero	FI11 1111 1111 1111 11

Kirjauspäivä	Arvopäivä	Maksupäivä	Määrä	Saaja/Maksaja	Tilinumero	BIC	Tapahtuma	Viite	Maksajan viite	Viesti	Kortinnumero	Kuitti	
15.03.2025	15.03.2025	14.03.2025	-12,99	K-MARKET			Korttiosto						
14.03.2025	14.03.2025	14.03.2025	+2500,00	FIRMA OY	FI22	NDEAFIHH	Pano			palkka			
`,
  },
  {
    name: 'OP FI',
    currency_code: 'EUR',
    rows: ['2025-03-15 -1299 K-MARKET', '2025-03-14 250000 FIRMA OY'],
    text: `
"Kirjauspäivä";"Arvopäivä";"Määrä EUROA";"Laji";"Selitys";"Saaja/Maksaja";"Saajan tilinumero";"Saajan pankin BIC";"Viite";"Viesti";"Arkistointitunnus"
"2025-03-15";"2025-03-15";"-12,99";"162";"PKORTTIMAKSU";"K-MARKET";"";"";"ref=";"Viesti: OSTOPVM";"20250315/123"
"2025-03-14";"2025-03-14";"2500,00";"710";"PALKKA";"FIRMA OY";"";"";"ref=";"Viesti: palkka";"20250314/124"
`,
  },
  {
    name: 'Swedbank EE',
    currency_code: 'EUR',
    rows: ['2025-03-15 -1299 RIMI', '2025-03-14 250000 FIRMA OÜ'],
    text: `
"Kliendi konto";"Reatüüp";"Kuupäev";"Saaja/Maksja";"Selgitus";"Summa";"Valuuta";"Deebet/Kreedit";"Arhiveerimistunnus";"Tehingu tüüp";"Viitenumber";"Dokumendi number"
"EE11";"10";"01.03.2025";"";"Algsaldo";"100,00";"EUR";"K";"";"AS";"";""
"EE11";"20";"15.03.2025";"RIMI";"Kaart";"12,99";"EUR";"D";"2025031500000001";"K";"";""
"EE11";"20";"14.03.2025";"FIRMA OÜ";"palk";"2500,00";"EUR";"K";"2025031400000001";"MK";"";""
"EE11";"82";"16.03.2025";"";"Käive";"12,99";"EUR";"D";"";"K2";"";""
"EE11";"82";"16.03.2025";"";"Käive";"2500,00";"EUR";"K";"";"K2";"";""
"EE11";"86";"16.03.2025";"";"Lõppsaldo";"2587,01";"EUR";"K";"";"LS";"";""
`,
  },
]
