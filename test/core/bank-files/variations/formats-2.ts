/** QIF, OFX, MT940 and camt in odd forms. */
import type { Variation } from './variation.ts'

export const formats2: readonly Variation[] = [
  {
    name: 'year turn entry date',
    rows: ['2025-12-31 -10.00 SHOP', '2026-01-02 -5.00 BUS'],
    text: `
:20:X
:25:111
:28C:1
:60F:C251230EUR100,00
:61:2512310102D10,00NTRFNONREF
:86:SHOP
:61:2601020102D5,00NTRFNONREF
:86:BUS
:62F:C260102EUR85,00
-`,
  },
  {
    name: 'two pages 60M/62M',
    rows: ['2025-01-02 -10.00 SHOP', '2025-01-03 25.00 PAY'],
    balance_cents: 11500,
    accounts: 1,
    text: `
:20:X
:25:111
:28C:1/1
:60F:C250101EUR100,00
:61:2501020102D10,00NTRFNONREF
:86:SHOP
:62M:C250102EUR90,00
-
:20:X
:25:111
:28C:1/2
:60M:C250102EUR90,00
:61:2501030103C25,00NTRFNONREF
:86:PAY
:62F:C250103EUR115,00
-`,
  },
  {
    name: 'German fields',
    rows: ['2025-01-02 -10.00 REWE MARKT'],
    text: `
:20:X
:25:12030000/111
:28C:1/1
:60F:C250101EUR100,00
:61:2501020102DR10,00N005NONREF
:86:005?00LASTSCHRIFT?10123?20EREF+77?21SVWZ+Einkauf?30BYLADEM1001?31DE02120300000000202051?32REWE ?33MARKT
:62F:C250102EUR90,00
-`,
  },
  {
    name: 'amount w/o decimals after comma & zero',
    rows: ['2025-01-02 -10.00 SHOP'],
    balance_cents: 9000,
    text: `
:20:X
:25:111
:28C:1
:60F:C250101EUR100,
:61:2501020102D10,NTRFNONREF
:86:SHOP
:62F:C250102EUR90,
-`,
  },
  {
    name: 'usual',
    rows: ['2025-03-20 -19.69 Shop', '2025-03-21 100.00 Work'],
    text: `
<?xml version="1.0" encoding="UTF-8"?><Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.02"><BkToCstmrStmt><Stmt><Id>1</Id><Acct><Id><IBAN>DE02120300000000202051</IBAN></Id><Ccy>EUR</Ccy></Acct><Ntry><Amt Ccy="EUR">19.69</Amt><CdtDbtInd>DBIT</CdtDbtInd><Sts>BOOK</Sts><BookgDt><Dt>2025-03-20</Dt></BookgDt><NtryDtls><TxDtls><RltdPties><Cdtr><Nm>Shop</Nm></Cdtr><Dbtr><Nm>Me</Nm></Dbtr></RltdPties></TxDtls></NtryDtls></Ntry><Ntry><Amt Ccy="EUR">100</Amt><CdtDbtInd>CRDT</CdtDbtInd><Sts>BOOK</Sts><BookgDt><Dt>2025-03-21</Dt></BookgDt><NtryDtls><TxDtls><RltdPties><Cdtr><Nm>Me</Nm></Cdtr><Dbtr><Nm>Work</Nm></Dbtr></RltdPties></TxDtls></NtryDtls></Ntry></Stmt></BkToCstmrStmt></Document>`,
  },
  {
    name: 'Sts as code (v8) and pending',
    rows: ['2025-03-20 -19.69 Shop'],
    text: `
<?xml version="1.0" encoding="UTF-8"?><Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.02"><BkToCstmrStmt><Stmt><Id>1</Id><Acct><Id><IBAN>DE02120300000000202051</IBAN></Id><Ccy>EUR</Ccy></Acct><Ntry><Amt Ccy="EUR">19.69</Amt><CdtDbtInd>DBIT</CdtDbtInd><Sts><Cd>BOOK</Cd></Sts><BookgDt><Dt>2025-03-20</Dt></BookgDt><NtryDtls><TxDtls><RltdPties><Cdtr><Nm>Shop</Nm></Cdtr><Dbtr><Nm>Me</Nm></Dbtr></RltdPties></TxDtls></NtryDtls></Ntry><Ntry><Amt Ccy="EUR">5</Amt><CdtDbtInd>DBIT</CdtDbtInd><Sts><Cd>PDNG</Cd></Sts><BookgDt><Dt>2025-03-21</Dt></BookgDt><NtryDtls><TxDtls><RltdPties><Cdtr><Nm>Pend</Nm></Cdtr><Dbtr><Nm>Me</Nm></Dbtr></RltdPties></TxDtls></NtryDtls></Ntry></Stmt></BkToCstmrStmt></Document>`,
  },
  {
    name: 'party in Pty (v8)',
    rows: ['2025-03-20 -19.69 Shop'],
    text: `
<?xml version="1.0" encoding="UTF-8"?><Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.02"><BkToCstmrStmt><Stmt><Id>1</Id><Acct><Id><IBAN>DE02120300000000202051</IBAN></Id><Ccy>EUR</Ccy></Acct><Ntry><Amt Ccy="EUR">19.69</Amt><CdtDbtInd>DBIT</CdtDbtInd><Sts>BOOK</Sts><BookgDt><Dt>2025-03-20</Dt></BookgDt><NtryDtls><TxDtls><RltdPties><Cdtr><Pty><Nm>Shop</Nm></Pty></Cdtr><Dbtr><Nm>Me</Nm></Dbtr></RltdPties></TxDtls></NtryDtls></Ntry></Stmt></BkToCstmrStmt></Document>`,
  },
  {
    name: 'batch of two with amounts',
    rows: ['2025-03-20 -10.00 A', '2025-03-20 -9.69 B'],
    text: `
<?xml version="1.0" encoding="UTF-8"?><Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.02"><BkToCstmrStmt><Stmt><Id>1</Id><Acct><Id><IBAN>DE02120300000000202051</IBAN></Id><Ccy>EUR</Ccy></Acct><Ntry><Amt Ccy="EUR">19.69</Amt><CdtDbtInd>DBIT</CdtDbtInd><Sts>BOOK</Sts><BookgDt><Dt>2025-03-20</Dt></BookgDt><NtryDtls><TxDtls><Amt Ccy="EUR">10.00</Amt><CdtDbtInd>DBIT</CdtDbtInd><RltdPties><Cdtr><Nm>A</Nm></Cdtr></RltdPties></TxDtls><TxDtls><Amt Ccy="EUR">9.69</Amt><CdtDbtInd>DBIT</CdtDbtInd><RltdPties><Cdtr><Nm>B</Nm></Cdtr></RltdPties></TxDtls></NtryDtls></Ntry></Stmt></BkToCstmrStmt></Document>`,
  },
  {
    name: 'datetime booking with zone',
    rows: ['2025-03-20 -19.69 Shop'],
    text: `
<?xml version="1.0" encoding="UTF-8"?><Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.02"><BkToCstmrStmt><Stmt><Id>1</Id><Acct><Id><IBAN>DE02120300000000202051</IBAN></Id><Ccy>EUR</Ccy></Acct><Ntry><Amt Ccy="EUR">19.69</Amt><CdtDbtInd>DBIT</CdtDbtInd><Sts>BOOK</Sts><BookgDt><DtTm>2025-03-20T23:59:00-08:00</DtTm></BookgDt><NtryDtls><TxDtls><RltdPties><Cdtr><Nm>Shop</Nm></Cdtr><Dbtr><Nm>Me</Nm></Dbtr></RltdPties></TxDtls></NtryDtls></Ntry></Stmt></BkToCstmrStmt></Document>`,
  },
]
