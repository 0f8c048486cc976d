/** How banks of Brazil, Mexico and Canada lay out their files. Written from what they do, with texts of our own. */
import type { BankLayout } from './bank-layout.ts'

export const americas: readonly BankLayout[] = [
  {
    name: 'Itaú',
    currency_code: 'BRL',
    rows: ['2025-03-15 -1299 COMPRA MERCADO', '2025-03-14 500000 SALARIO'],
    text: `
15/03/2025;COMPRA MERCADO;-12,99
14/03/2025;SALARIO;5.000,00
`,
  },
  {
    name: 'Bradesco',
    currency_code: 'BRL',
    rows: ['2025-03-14 500000 SALARIO', '2025-03-15 -1299 COMPRA CARTAO'],
    text: `
Extrato de: Ag: 1234 | CC: 1234567-8 | Entre 01/03/2025 e 16/03/2025
Data;Histórico;Docto.;Crédito (R$);Débito (R$);Saldo (R$);
01/03/25;SALDO ANTERIOR;;;;100,00;
14/03/25;SALARIO;0001;5.000,00;;5.100,00;
15/03/25;COMPRA CARTAO;0002;;-12,99;5.087,01;
Total;;;5.000,00;-12,99;5.087,01;
`,
  },
  {
    name: 'Nubank card',
    currency_code: 'BRL',
    asks: ['positive_is'],
    rows: ['2025-03-15 -1299 Mercado', '2025-03-14 50000 Pagamento recebido', '2025-03-13 -2000 Uber'],
    text: `
date,title,amount
2025-03-15,Mercado,12.99
2025-03-14,Pagamento recebido,-500.00
2025-03-13,Uber,20.00
`,
  },
  {
    name: 'Nubank conta',
    currency_code: 'BRL',
    asks: ['positive_is'],
    rows: ['2025-03-15 -1299 Compra no débito - Mercado', '2025-03-14 500000 Transferência recebida pelo Pix - Firma'],
    text: `
Data,Valor,Identificador,Descrição
15/03/2025,-12.99,67d5-aaaa,Compra no débito - Mercado
14/03/2025,5000.00,67d5-aaab,Transferência recebida pelo Pix - Firma
`,
  },
  {
    name: 'Banco do Brasil',
    currency_code: 'BRL',
    rows: ['2025-03-14 500000 Salário', '2025-03-15 -1299 Compra com Cartão'],
    text: `
"Data","Dependencia Origem","Histórico","Data do Balancete","Número do documento","Valor",
"28/02/2025","","Saldo Anterior","","0","100.00",
"14/03/2025","","Salário","","1234","5000.00",
"15/03/2025","","Compra com Cartão","","1235","-12.99",
"31/03/2025","","S A L D O","","0","5087.01",
`,
  },
  {
    name: 'BBVA MX',
    currency_code: 'MXN',
    rows: ['2025-03-15 -1299 OXXO', '2025-03-14 500000 PAGO NOMINA'],
    text: `
FECHA,DESCRIPCIÓN,CARGO,ABONO,SALDO
15/03/2025,OXXO,-12.99,,"4,987.01"
14/03/2025,PAGO NOMINA,,"5,000.00","5,000.00"
`,
  },
  {
    name: 'TD Canada no header',
    currency_code: 'CAD',
    asks: ['columns', 'positive_is'],
    rows: [],
    text: `
03/15/2025,TIM HORTONS,12.99,,2487.01
03/14/2025,PAYROLL DEP,,2500.00,2500.00
`,
  },
  {
    name: 'RBC',
    currency_code: 'CAD',
    rows: ['2025-03-15 -1299 TIM HORTONS', '2025-03-14 250000 PAYROLL DEPOSIT'],
    text: `
"Account Type","Account Number","Transaction Date","Cheque Number","Description 1","Description 2","CAD$","USD$"
Chequing,01234-1234567,3/15/2025,,"TIM HORTONS","",-12.99,,
Chequing,01234-1234567,3/14/2025,,"PAYROLL DEPOSIT","ACME",2500.00,,
`,
  },
  {
    name: 'Scotiabank',
    currency_code: 'CAD',
    rows: ['2025-03-15 -1299 POS PURCHASE TIM HORTONS', '2025-03-14 250000 PAYROLL DEPOSIT ACME', '2025-03-13 -500 FEE'],
    text: `
Filter,Date,Description,Sub-description,Status,Type of Transaction,Amount,Balance
,2025-03-15,POS PURCHASE TIM HORTONS,,posted,Debit,-12.99,2482.01
,2025-03-14,PAYROLL DEPOSIT ACME,,posted,Credit,2500.00,2495.00
,2025-03-13,FEE,,posted,Debit,-5.00,-5.00
`,
  },
]
