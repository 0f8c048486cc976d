/** How banks of Spain, Portugal and Italy lay out their files. Written from what they do, with texts of our own. */
import type { BankLayout } from './bank-layout.ts'

export const south: readonly BankLayout[] = [
  {
    name: 'BBVA',
    currency_code: 'EUR',
    rows: ['2025-03-05 -1299 Mercadona', '2025-03-04 150000 Abono de nomina'],
    text: `
F.Valor;Fecha;Concepto;Movimiento;Importe;Divisa;Disponible;Divisa;Observaciones
04/03/2025;05/03/2025;Mercadona;Pago con tarjeta;-12,99;EUR;1.487,01;EUR;1234 MERCADONA
04/03/2025;04/03/2025;Abono de nomina;Empresa SL;1.500,00;EUR;1.500,00;EUR;Nomina
`,
  },
  {
    name: 'Santander ES',
    currency_code: 'EUR',
    rows: ['2025-03-05 -1299 Compra Mercadona, Tarj. :*1234', '2025-03-04 150000 Nomina De Empresa Sl'],
    text: `
Fecha Operación;Fecha Valor;Concepto;Importe;Divisa;Saldo;Divisa
05/03/2025;05/03/2025;Compra Mercadona, Tarj. :*1234;-12,99;EUR;1.487,01;EUR
04/03/2025;04/03/2025;Nomina De Empresa Sl;1.500,00;EUR;1.500,00;EUR
`,
  },
  {
    name: 'CaixaBank',
    currency_code: 'EUR',
    rows: ['2025-03-05 -1299 MERCADONA', '2025-03-04 150000 NOMINA'],
    text: `
Concepto;Fecha;Importe;Saldo
MERCADONA;05/03/2025;-12,99EUR;+1.487,01EUR
NOMINA;04/03/2025;1.500,00EUR;+1.500,00EUR
`,
  },
  {
    name: 'ING ES',
    currency_code: 'EUR',
    rows: ['2025-03-05 -1299 Pago en MERCADONA', '2025-03-04 150000 Nómina recibida EMPRESA'],
    text: `
F. VALOR;CATEGORÍA;SUBCATEGORÍA;DESCRIPCIÓN;COMENTARIO;IMPORTE (€);SALDO (€)
05/03/2025;Alimentación;Supermercados;Pago en MERCADONA;;-12,99;1487,01
04/03/2025;Nómina y otras prestaciones;Nómina;Nómina recibida EMPRESA;;1500,00;1500,00
`,
  },
  {
    name: 'CGD PT',
    currency_code: 'EUR',
    rows: ['2025-03-05 -1299 COMPRA CONTINENTE', '2025-03-04 150000 TFI EMPRESA'],
    text: `
Consultar saldos e movimentos à ordem - 06-03-2025

Conta ;0000 - EUR - Conta Extracto

Data mov. ;Data valor ;Descrição ;Débito ;Crédito ;Saldo contabilístico ;Saldo disponível ;Categoria ;
05-03-2025;05-03-2025;COMPRA CONTINENTE ;12,99;;1.487,01;1.487,01;Compras ;
04-03-2025;04-03-2025;TFI EMPRESA ;;1.500,00;1.500,00;1.500,00;Salário ;
`,
  },
  {
    name: 'ActivoBank',
    currency_code: 'EUR',
    rows: ['2025-03-05 -1299 COMPRA 1234 PINGO DOCE', '2025-03-04 150000 TRF DE EMPRESA'],
    text: `
Data Lanc.;Data Valor;Descrição;Valor;Saldo
2025-03-05;2025-03-05;COMPRA 1234 PINGO DOCE;-12,99;1487,01
2025-03-04;2025-03-04;TRF DE EMPRESA;1500,00;1500,00
`,
  },
  {
    name: 'Intesa',
    currency_code: 'EUR',
    rows: ['2025-03-05 -1299 Esselunga', '2025-03-04 150000 Stipendio Azienda Srl'],
    text: `
Data;Operazione;Dettagli;Conto o carta;Contabilizzazione;Categoria;Valuta;Importo
05/03/2025;Esselunga;PAGAMENTO POS;Conto 1000/123;CONTABILIZZATO;Alimentari;EUR;-12,99
04/03/2025;Stipendio Azienda Srl;ACCREDITO;Conto 1000/123;CONTABILIZZATO;Stipendi;EUR;1.500,00
06/03/2025;Bar Sport;PAGAMENTO POS;Conto 1000/123;NON CONTABILIZZATO;Bar;EUR;-3,00
`,
  },
  {
    name: 'UniCredit',
    currency_code: 'EUR',
    asks: ['positive_is'],
    rows: ['2025-03-05 -1299 PAGAMENTO ESSELUNGA CARTA *1234', '2025-03-04 150000 BONIFICO A VOSTRO FAVORE AZIENDA'],
    text: `
Data Registrazione;Data valuta;Descrizione;Importo (EUR);
05.03.2025;05.03.2025;PAGAMENTO ESSELUNGA CARTA *1234;-12,99;
04.03.2025;04.03.2025;BONIFICO A VOSTRO FAVORE AZIENDA;1.500,00;
`,
  },
  {
    name: 'Fineco',
    currency_code: 'EUR',
    rows: ['2025-03-05 -1299 PAGOBANCOMAT POS ESSELUNGA', '2025-03-04 150000 Bonifico Azienda'],
    text: `
Conto Corrente: 1234567
Intestazione Conto Corrente: ROSSI MARIO
Periodo Dal: 01/03/2025 Al: 06/03/2025

Data;Entrate;Uscite;Descrizione;Descrizione_Completa;Stato;Moneymap
05/03/2025;;-12,99;Pagamento Visa Debit;PAGOBANCOMAT POS ESSELUNGA;Contabilizzato;Spesa
04/03/2025;1500;;Bonifico SEPA Italia;Bonifico Azienda;Contabilizzato;Stipendio
`,
  },
  {
    name: 'Poste Italiane',
    currency_code: 'EUR',
    rows: ['2025-03-05 -1299 PAGAMENTO POS ESSELUNGA', '2025-03-04 150000 ACCREDITO STIPENDIO'],
    text: `
Data Contabile;Data Valuta;Addebiti (euro);Accrediti (euro);Descrizione operazioni
05/03/25;05/03/25;12,99;;PAGAMENTO POS ESSELUNGA
04/03/25;04/03/25;;1.500,00;ACCREDITO STIPENDIO
`,
  },
]
