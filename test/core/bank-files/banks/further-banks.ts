/** How further banks lay out their files. Written from what they do, with texts of our own. */
import type { BankLayout } from './bank-layout.ts'

export const furtherBanks: readonly BankLayout[] = [
  {
    name: 'Sberbank',
    currency_code: 'RUB',
    rows: ['2025-03-06 -129900 Магазин', '2025-03-03 5000000 Зарплата'],
    text: `
Дата операции;Дата проводки;Категория;Описание;Сумма в валюте счёта;Сумма в валюте операции;Остаток
05.03.2025;06.03.2025;Супермаркеты;Магазин;-1 299,00;;48 701,00
03.03.2025;03.03.2025;Зачисления;Зарплата;+50 000,00;;50 000,00
`,
  },
  {
    name: 'Fio',
    currency_code: 'CZK',
    rows: ['2025-03-05 -129900 Obchod', '2025-03-03 3000000 Firma'],
    text: `
"Účet č. 123/2010"
"Období: 01.03.2025 - 31.03.2025"
"Počáteční stav účtu k 01.03.2025: 0,00 CZK"

"ID operace";"Datum";"Objem";"Měna";"Protiúčet";"Název protiúčtu";"Kód banky";"Název banky";"KS";"VS";"SS";"Poznámka";"Zpráva pro příjemce";"Typ";"Provedl";"Upřesnění";"Poznámka";"BIC";"ID pokynu"
"26001";"05.03.2025";"-1299,00";"CZK";"";"Obchod";"";"";"";"1234";"";"Nákup";"Nákup";"Platba kartou";"Jan";"";"";"";"1"
"26000";"03.03.2025";"30000,00";"CZK";"111";"Firma";"0100";"KB";"";"1";"";"Mzda";"mzda";"Bezhotovostní příjem";"";"";"";"";"2"
`,
  },
  {
    name: 'Tatra banka',
    currency_code: 'EUR',
    rows: ['2025-03-05 -1299 Obchod', '2025-03-03 100000 Firma'],
    text: `
Dátum spracovania;Dátum zaúčtovania;Typ;Suma;Mena;Popis;Protistrana;Zostatok
05.03.2025;05.03.2025;D;12,99;EUR;POS platba;Obchod;987,01
03.03.2025;03.03.2025;K;1000,00;EUR;Mzda;Firma;1000,00
`,
  },
  {
    name: 'Argenta',
    currency_code: 'EUR',
    rows: ['2025-03-05 -1299 Winkel', '2025-03-03 100000 Firma'],
    text: `
Rekening;Boekdatum;Valutadatum;Referentie;Beschrijving;Bedrag;Munt;Verrichtingsdatum;Rekening tegenpartij;Naam tegenpartij;Mededeling
BE11 1111 1111 1111;05-03-2025;05-03-2025;B5C1;Betaling Bancontact;-12,99;EUR;05-03-2025;;Winkel;
BE11 1111 1111 1111;03-03-2025;03-03-2025;B5C0;Inkomende overschrijving;1.000,00;EUR;03-03-2025;BE22 2222 2222 2222;Firma;loon
`,
  },
  {
    name: 'Axis',
    currency_code: 'INR',
    rows: ['2025-03-05 -129900 UPI/Shop/x', '2025-03-06 5000000 NEFT/Firm'],
    text: `
Name :- X
Customer No :-123
Statement of Account No - 9123 for the period (From : 01-03-2025 To : 31-03-2025)

Tran Date,CHQNO,PARTICULARS,DR,CR,BAL,SOL
05-03-2025,-,UPI/Shop/x, 1299.00, ,48701.00,123
06-03-2025,-,NEFT/Firm, ,50000.00,98701.00,123
`,
  },
  {
    name: 'SMBC',
    currency_code: 'JPY',
    rows: ['2025-03-05 -1299 スーパー', '2025-03-06 250000 給与'],
    text: `
年月日,お引出し,お預入れ,お取り扱い内容,残高,メモ,ラベル
2025/3/5,1299,,"スーパー",98701,"",
2025/3/6,,250000,"給与",348701,"",
`,
  },
  {
    name: 'DBS',
    currency_code: 'SGD',
    rows: ['2025-03-06 300000 SALARY', '2025-03-05 -1299 SHOP'],
    text: `
Account Details For:,DBS Savings 123-4-567
Statement as at:,31 Mar 2025
Available Balance:,3987.01
Ledger Balance:,3987.01

Transaction Date,Reference,Debit Amount,Credit Amount,Transaction Ref1,Transaction Ref2,Transaction Ref3
06 Mar 2025,SAL, ,3000.00,SALARY,,
05 Mar 2025,POS,12.99, ,SHOP,,
`,
  },
  {
    name: 'BCA ID',
    currency_code: 'IDR',
    rows: ['2025-03-05 -12990000 TRSF E-BANKING DB', '2025-03-06 500000000 TRSF E-BANKING CR'],
    text: `
Informasi Rekening - Mutasi Rekening
No. rekening : 123
Nama : X
Periode : 01/03/2025 - 31/03/2025
Kode Mata Uang : Rp
Tanggal Transaksi,Keterangan,Cabang,Jumlah,,Saldo
05/03/2025,TRSF E-BANKING DB,0000,"129,900.00",DB,"870,100.00"
06/03/2025,TRSF E-BANKING CR,0000,"5,000,000.00",CR,"5,870,100.00"
`,
  },
  {
    name: 'BPI',
    currency_code: 'PHP',
    rows: ['2025-03-05 -129900 Grocer', '2025-03-06 5000000 Salary', '2025-03-14 -10000 Coffee'],
    text: `
Date,Description,Debit Amount,Credit Amount,Running Balance
03/05/2025,Grocer,1299.00,,48701.00
03/06/2025,Salary,,50000.00,98701.00
03/14/2025,Coffee,100.00,,98601.00
`,
  },
  {
    name: 'Isbank',
    currency_code: 'TRY',
    rows: ['2025-03-06 -129900 Market', '2025-03-05 5000000 Maaş'],
    text: `
Tarih/Saat;Kanal/Şube;İşlem Tutarı*;Bakiye;Ek Hesap Bakiyesi;İşlem;İşlem Tipi;Açıklama
06/03/2025-12:01:05;POS;-1.299,00;48.701,00;0,00;Alışveriş;POS;Market
05/03/2025-09:00:00;Internet;50.000,00;50.000,00;0,00;Havale;EFT;Maaş
`,
  },
  {
    name: 'Mercado Pago',
    currency_code: 'ARS',
    rows: ['2025-03-05 -129900 Pago Tienda', '2025-03-06 5000000 Transferencia recibida Firma'],
    text: `
INITIAL_BALANCE;CREDITS;DEBITS;FINAL_BALANCE
0,00;50.000,00;-1.299,00;48.701,00

RELEASE_DATE;TRANSACTION_TYPE;REFERENCE_ID;TRANSACTION_NET_AMOUNT;PARTIAL_BALANCE
05-03-2025;Pago Tienda;1001;-1.299,00;-1.299,00
06-03-2025;Transferencia recibida Firma;1002;50.000,00;48.701,00
`,
  },
  {
    name: 'Inter BR',
    currency_code: 'BRL',
    rows: ['2025-03-06 -1299 Mercado', '2025-03-05 500000 Firma'],
    text: `
Extrato Conta Corrente 
Conta ;123
Período ;01/03/2025 a 31/03/2025
Saldo ;4.987,01

Data Lançamento;Histórico;Descrição;Valor;Saldo
06/03/2025;Compra no débito;Mercado;-12,99;4.987,01
05/03/2025;Pix recebido ;Firma;5.000,00;5.000,00
`,
  },
  {
    name: 'Bancolombia',
    currency_code: 'COP',
    rows: ['2025-03-05 -12990000 COMPRA EN TIENDA', '2025-03-06 250000000 PAGO NOMINA'],
    text: `
FECHA,DESCRIPCION,SUCURSAL,DCTO.,VALOR,SALDO
2025/03/05,COMPRA EN TIENDA,,,"-129,900.00","870,100.00"
2025/03/06,PAGO NOMINA,,,"2,500,000.00","3,370,100.00"
`,
  },
]
