/** How banks of Poland, Czechia, Hungary and Romania lay out their files. Written from what they do, with texts of our own. */
import type { BankLayout } from './bank-layout.ts'

export const east: readonly BankLayout[] = [
  {
    name: 'mBank',
    currency_code: 'PLN',
    asks: ['positive_is'],
    rows: ['2025-03-15 -1299 BIEDRONKA', '2025-03-14 500000 PRZELEW ZEWNĘTRZNY PRZYCHODZĄCY FIRMA'],
    text: `
mBank S.A. Bankowość Detaliczna;
#Klient;
JAN KOWALSKI;
#Za okres:;
01.03.2025;16.03.2025;
#Saldo początkowe;0,00 PLN;
#Data operacji;#Opis operacji;#Rachunek;#Kategoria;#Kwota;
2025-03-15;"BIEDRONKA";"eKonto 1111 ... 1111";"Żywność";-12,99 PLN;;
2025-03-14;"PRZELEW ZEWNĘTRZNY PRZYCHODZĄCY FIRMA";"eKonto 1111 ... 1111";"Wpływy";5 000,00 PLN;;
`,
  },
  {
    name: 'PKO BP',
    currency_code: 'PLN',
    rows: ['2025-03-15 -1299 Lokalizacja: Kraj: POLSKA Miasto: WARSZAWA Adres: BIEDRONKA', '2025-03-14 500000 Nazwa nadawcy: FIRMA'],
    text: `
"Data operacji","Data waluty","Typ transakcji","Kwota","Waluta","Saldo po transakcji","Opis transakcji","","","",""
"2025-03-15","2025-03-13","Płatność kartą","-12.99","PLN","+4987.01","Lokalizacja: Kraj: POLSKA Miasto: WARSZAWA Adres: BIEDRONKA","","","",""
"2025-03-14","2025-03-14","Przelew na rachunek","+5000.00","PLN","+5000.00","Nazwa nadawcy: FIRMA","","","",""
`,
  },
  {
    name: 'ING PL',
    currency_code: 'PLN',
    rows: ['2025-03-15 -1299 BIEDRONKA WARSZAWA', '2025-03-14 500000 FIRMA SP Z O O'],
    text: `
"Lista transakcji";;"ING Bank Śląski S.A."
"Dokument nr 0001";

"Data transakcji";"Data księgowania";"Dane kontrahenta";"Tytuł";"Nr rachunku";"Nazwa banku";"Szczegóły";"Nr transakcji";"Kwota transakcji (waluta rachunku)";"Waluta";"Kwota blokady/zwolnienie blokady";"Waluta";"Kwota płatności w walucie";"Waluta";"Konto";"Saldo po transakcji";"Waluta"
2025-03-14;2025-03-15;" BIEDRONKA WARSZAWA ";" Płatność kartą ";'' ;"";"TR.KART";'202507400000000001';-12,99;PLN;;;;;"KONTO";4987,01;PLN
2025-03-14;2025-03-14;" FIRMA SP Z O O ";" Wynagrodzenie ";'11 1111 ' ;"mBank";"PRZELEW";'202507300000000001';5000,00;PLN;;;;;"KONTO";5000,00;PLN
`,
  },
  {
    name: 'Millennium',
    currency_code: 'PLN',
    rows: ['2025-03-15 -1299 BIEDRONKA', '2025-03-14 500000 FIRMA'],
    text: `
Numer rachunku/karty,Data transakcji,Data rozliczenia,Rodzaj transakcji,Na konto/Z konta,Odbiorca/Zleceniodawca,Opis,Obciążenia,Uznania,Saldo,Waluta
PL11111111111111111111111111,2025-03-14,2025-03-15,TRANSAKCJA KARTĄ PŁATNICZĄ,,BIEDRONKA,zakup,-12.99,,4987.01,PLN
PL11111111111111111111111111,2025-03-14,2025-03-14,PRZELEW PRZYCHODZĄCY,PL222,FIRMA,wyplata,,5000.00,5000.00,PLN
`,
  },
  {
    name: 'ČSOB',
    currency_code: 'CZK',
    rows: ['2025-03-15 -12990 Albert Praha', '2025-03-14 3000000 Firma s.r.o.'],
    text: `
Pohyby na účtu 123456789/0300 - zobrazení uživatelsky

číslo účtu;datum zaúčtování;částka;měna;zůstatek;číslo účtu protiúčtu;kód banky protiúčtu;název protiúčtu;konstantní symbol;variabilní symbol;specifický symbol;označení operace;ID transakce;poznámka
123456789;15.03.2025;-129,90;CZK;29870,10;;;Albert Praha;;;;Transakce platební kartou;1;
123456789;14.03.2025;30000,00;CZK;30000,00;987654;0100;Firma s.r.o.;;;;Příchozí úhrada;2;mzda
`,
  },
  {
    name: 'Česká spořitelna',
    currency_code: 'CZK',
    rows: ['2025-03-15 -12990 Albert', '2025-03-14 3000000 Firma'],
    text: `
Datum zaúčtování;Název protiúčtu;Protiúčet;Částka;Měna;Popis;Variabilní symbol
15.03.2025;Albert;;-129,90;CZK;platba kartou;
14.03.2025;Firma;123/0100;30 000,00;CZK;mzda;
`,
  },
  {
    name: 'AirBank',
    currency_code: 'CZK',
    rows: ['2025-03-15 -12990 Albert', '2025-03-14 3000000 Firma s.r.o.'],
    text: `
Datum provedení;Směr úhrady;Typ úhrady;Skupina plateb;Měna účtu;Částka v měně účtu;Poplatek v měně účtu;Původní měna úhrady;Původní částka úhrady;Název protistrany;Číslo účtu protistrany;Název účtu protistrany;Variabilní symbol;Poznámka
15/03/2025;Odchozí;Platba kartou;Osobní;CZK;-129,90;0,00;;;Albert;;;;
14/03/2025;Příchozí;Příchozí úhrada;Osobní;CZK;30000,00;0,00;;;Firma s.r.o.;123/0100;Firma;;mzda
`,
  },
  {
    name: 'BRD RO',
    currency_code: 'RON',
    rows: ['2025-03-15 -1299 Mega Image', '2025-03-14 500000 Firma SRL'],
    text: `
Data;Descriere;Beneficiar/Ordonator;Debit;Credit;Sold
15/03/2025;Plata card;Mega Image;12,99;;4.987,01
14/03/2025;Incasare salariu;Firma SRL;;5.000,00;5.000,00
`,
  },
]
